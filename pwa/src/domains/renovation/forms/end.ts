/** Forms of the end: completion, acceptance, rectification, recheck, refund, archive. */
import { openNotices, passesOut } from '@/domains/renovation/standing'
import { yuan } from '@/domains/renovation/money'
import type { SignsAs } from '@/domains/renovation/said'
import type { SiteAnswer } from '@/domains/renovation/visit/types'
import { servedFields, servedLack, servedOf, servedSigns, SITE_ITEMS } from './served'
import type { About, Field, Form, Values } from './types'
import { fen, lookedAt, moment, photos, text, ticked } from './values'

const judged: Field = {
  ...{ name: 'passed', kind: 'one', needed: true },
  options: () => [{ value: 'yes' }, { value: 'no' }],
}
const failed = (values: Values) => text(values, 'passed') === 'no'
const told: Field[] = [
  { name: 'note', kind: 'long', needed: true },
  { name: 'photos', kind: 'photos' },
]
const judgement = (values: Values) => ({
  ...{ passed: !failed(values), note: text(values, 'note'), photos: photos(values) },
})
/** Who is not let into the observation (REN-R17). */
const outLack = (values: Values, { one }: About) =>
  !failed(values) && passesOut(one).length > 0 ? 'passesOut' : null
const noticeLack = (values: Values, about: About) =>
  failed(values) ? servedLack(values, about) : null

export const complete: Form<'complete'> = {
  fields: [
    {
      ...{ name: 'toldByWhom', kind: 'one', needed: true, first: () => 'customer' },
      options: () => [{ value: 'customer' }, { value: 'agent' }],
    },
    { name: 'name', kind: 'text', needed: true, first: ({ one }) => one.applicant.name },
    {
      ...{ name: 'mandate', kind: 'photos', needed: true },
      when: (values) => text(values, 'toldByWhom') === 'agent',
    },
  ],
  lack: (_, { one }) => (openNotices(one).length > 0 ? 'noticesOpen' : null),
  said: (values) => ({
    by: text(values, 'toldByWhom') === 'agent' ? 'agent' : 'customer',
    ...{ name: text(values, 'name'), mandate: photos(values, 'mandate') },
  }),
}
/** Who looks signs; so does, where it failed, whom the notice is served to, or who witnesses. */
const judgeSigns = (values: Values): SignsAs[] => [
  ...(['engineer', 'steward'] as const),
  ...(failed(values) ? servedSigns(values) : []),
]

/** Each item of the site is looked at; what is abnormal is what the notice is about. */
const seen: Field = {
  ...{ name: 'siteItems', kind: 'items', needed: true },
  options: () => SITE_ITEMS.map((value) => ({ value })),
}
const abnormal = (values: Values) =>
  SITE_ITEMS.filter((item) => lookedAt(values, 'siteItems')[item]?.result === 'abnormal')
function seenLack(values: Values): string | null {
  const items = abnormal(values)
  if (items.some((item) => !lookedAt(values, 'siteItems')[item]?.note.trim())) return 'checkNote'
  if (failed(values)) return items.length > 0 ? null : 'nothingAbnormal'
  return items.length > 0 ? 'abnormalPassed' : null
}
function seenAnswers(values: Values, noticeId: string | null): SiteAnswer[] {
  const looked = lookedAt(values, 'siteItems')
  return Object.entries(looked).map(([item, { result, note }]) => ({
    ...{ item, result, note: note.trim() || null, choice: null, reason: null },
    ...{ methods: [], ms: 0, findingId: null },
    noticeId: result === 'abnormal' ? noticeId : null,
  }))
}
export const accept: Form<'accept'> = {
  fields: [
    ...[seen, judged, ...told],
    ...servedFields(failed).filter(({ name }) => name !== 'items'),
  ],
  signs: judgeSigns,
  lack: (values, about) => seenLack(values) ?? outLack(values, about) ?? noticeLack(values, about),
  said: (values, about) => {
    const notice = failed(values) ? { ...servedOf(values, about), items: abnormal(values) } : null
    const answers = seenAnswers(values, notice?.noticeId ?? null)
    return { ...judgement(values), answers, notice }
  },
}
export const reinspect: Form<'reinspect'> = {
  fields: [judged, ...told, { name: 'dueOn', kind: 'day', needed: true, when: failed }],
  lack: (values, about) => {
    if (failed(values)) return servedLack(values, about)
    return openNotices(about.one).length > 0 ? 'noticesOpen' : outLack(values, about)
  },
  said: (values) => ({
    ...{ ...judgement(values), dueOn: failed(values) ? text(values, 'dueOn') : null },
  }),
}

const FAULTS = ['seepage', 'leak', 'blockage', 'damage'] as const
export const recheck: Form<'recheck'> = {
  fields: [
    ...FAULTS.map((name) => ({ name, kind: 'tick' as const })),
    judged,
    ...told,
    ...servedFields(failed),
  ],
  signs: judgeSigns,
  lack: (values, about) => {
    if (failed(values)) return servedLack(values, about)
    if (FAULTS.some((name) => ticked(values, name))) return 'faultUnresolved'
    return openNotices(about.one).length > 0 ? 'noticesOpen' : null
  },
  said: (values, about) => ({
    ...judgement(values),
    ...{ seepage: ticked(values, 'seepage'), leak: ticked(values, 'leak') },
    ...{ blockage: ticked(values, 'blockage'), damage: ticked(values, 'damage') },
    notice: failed(values) ? servedOf(values, about) : null,
  }),
}

const taken = (values: Values) => ticked(values, 'deducted')
export const refund: Form<'refund'> = {
  fields: [
    {
      ...{ name: 'amount', kind: 'money', needed: true },
      first: ({ one }) => yuan(one.depositHeld),
    },
    { name: 'receiptNo', kind: 'text', needed: true },
    { name: 'paidAt', kind: 'moment', needed: true },
    { name: 'payee', kind: 'text', needed: true, first: ({ one }) => one.contractor.name },
    { name: 'deducted', kind: 'tick' },
    { name: 'deduction', kind: 'money', needed: true, when: taken },
    { name: 'deductionReason', kind: 'long', needed: true, when: taken },
  ],
  signs: (values) => (taken(values) ? ['manager', 'owner'] : []),
  lack: (values, { one }) => {
    const kept = taken(values) ? fen(values, 'deduction') : 0
    return fen(values, 'amount') + kept === one.depositHeld ? null : 'refundWrong'
  },
  said: (values) => ({
    ...{ amount: fen(values, 'amount'), receiptNo: text(values, 'receiptNo') },
    ...{ paidAt: moment(values, 'paidAt'), payee: text(values, 'payee') },
    deductions: taken(values)
      ? [{ amount: fen(values, 'deduction'), reason: text(values, 'deductionReason') }]
      : [],
  }),
}
export const file: Form<'file'> = {
  fields: [{ name: 'note', kind: 'long' }],
  said: (values) => ({ note: text(values, 'note') }),
}
