/** The form of each act that is asked for field by field; the others have sheets of their own. */
import type { Act } from '@/domains/renovation/said'
import * as desk from './desk'
import * as end from './end'
import { nightCheck } from './night'
import * as site from './site'
import type { Form } from './types'

type Forms = { [K in Act]?: Form<K> }

const all: Forms = {
  submit: desk.submit,
  incomplete: desk.incomplete,
  resubmit: desk.resubmit,
  forward: desk.forward,
  approve: desk.approve,
  return: desk.sendBack,
  sign: desk.sign,
  permit: desk.permit,
  withdraw: desk.withdraw,
  start: site.start,
  notice: site.notice,
  notice_fixed: site.noticeFixed,
  notice_verify: site.noticeVerify,
  notice_escalate: site.noticeEscalate,
  plan_change: site.planChange,
  extension: site.extension,
  overnight: site.overnight,
  hot_work: site.hotWork,
  tools: site.tools,
  decide: site.decide,
  release: site.release,
  pass_return: site.passReturn,
  pass_lost: site.passLost,
  pass_revoke: site.passRevoke,
  night_check: nightCheck,
  complete: end.complete,
  accept: end.accept,
  reinspect: end.reinspect,
  recheck: end.recheck,
  refund: end.refund,
  file: end.file,
}

/** Answer the form of an act, or undefined where it has a sheet of its own. */
export function formOf(act: Act): Form | undefined {
  return all[act] as Form | undefined
}
