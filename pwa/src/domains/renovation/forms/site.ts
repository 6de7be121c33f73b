/** Forms of the running site: notices, what is asked for meanwhile, passes. */
import { corrected } from '@/core/clock'
import { newId } from '@/core/ids'
import { dayOf } from '@/ground/calendar/rules'
import { tooManyOn } from '@/domains/renovation/overnight'
import type { Said } from '@/domains/renovation/said'
import { dayAfterMonths } from './months'
import { servedFields, servedLack, servedOf, servedSigns } from './served'
import type { About, Field, Form, Values } from './types'
import { lines, many, moment, passOptions, photos, text, ticked } from './values'

const today = ({ board }: About) => board.today.day

export const start: Form<'start'> = {
  fields: [{ name: 'passId', kind: 'one', needed: true, options: passOptions }],
  said: (values) => ({ passId: text(values, 'passId') }),
}

export const notice: Form<'notice'> = {
  fields: [
    {
      name: 'stopped',
      kind: 'tick',
      needed: true,
      when: (_, { one }) => one.state === 'in_progress',
    },
    ...servedFields(),
  ],
  signs: servedSigns,
  lack: servedLack,
  said: (values, about) => ({
    notice: servedOf(values, about),
    visitId: null,
    stoppedAt: ticked(values, 'stopped') ? corrected().toISOString() : null,
    changeId: null,
  }),
}
export const noticeFixed: Form<'notice_fixed'> = {
  fields: [
    { name: 'toldBy', kind: 'text', needed: true, first: ({ one }) => one.applicant.name },
    { name: 'note', kind: 'long' },
  ],
  said: (values, about) => ({
    noticeId: about.notice?.noticeId ?? '',
    ...{ by: text(values, 'toldBy'), note: text(values, 'note') },
  }),
}
const judged: Field = {
  ...{ name: 'passed', kind: 'one', needed: true },
  options: () => [{ value: 'yes' }, { value: 'no' }],
}
const failed = (values: Values) => text(values, 'passed') === 'no'
export const noticeVerify: Form<'notice_verify'> = {
  fields: [
    judged,
    { name: 'note', kind: 'long', needed: true },
    { name: 'photos', kind: 'photos', needed: true },
    { name: 'dueOn', kind: 'day', when: failed },
  ],
  said: (values, about) => ({
    noticeId: about.notice?.noticeId ?? '',
    ...{ passed: !failed(values), note: text(values, 'note'), photos: photos(values) },
    dueOn: failed(values) ? text(values, 'dueOn') || null : null,
  }),
}
export const noticeEscalate: Form<'notice_escalate'> = {
  fields: [
    {
      ...{ name: 'escalateTo', kind: 'one', needed: true },
      options: () => [{ value: 'violation' }, { value: 'authority' }],
    },
    { name: 'note', kind: 'long', needed: true },
  ],
  said: (values, about) => ({
    noticeId: about.notice?.noticeId ?? '',
    to: text(values, 'escalateTo') as Said['notice_escalate']['to'],
    note: text(values, 'note'),
  }),
}

export const planChange: Form<'plan_change'> = {
  fields: [
    { name: 'what', kind: 'long', needed: true },
    { name: 'photos', kind: 'photos', needed: true },
  ],
  signs: () => ['owner', 'person_in_charge'],
  said: (values) => ({ requestId: newId(), what: text(values, 'what'), photos: photos(values) }),
}
export const extension: Form<'extension'> = {
  fields: [
    {
      ...{ name: 'until', kind: 'day', needed: true },
      first: ({ one, board }) =>
        dayAfterMonths(one.permitUntil ?? board.today.day, board.settings.extension_max_months),
    },
    { name: 'reason', kind: 'long', needed: true },
    { name: 'inPerson', kind: 'tick' },
    {
      ...{ name: 'mandate', kind: 'photos', needed: true },
      when: (values) => !ticked(values, 'inPerson'),
    },
  ],
  lack: (values, { one, board }) => {
    const until = one.permitUntil ?? board.today.day
    if (text(values, 'until') <= until) return 'untilBeforeStart'
    const most = dayAfterMonths(until, board.settings.extension_max_months)
    return text(values, 'until') > most ? 'extensionTooLong' : null
  },
  said: (values) => ({
    requestId: newId(),
    ...{ until: text(values, 'until'), reason: text(values, 'reason') },
    ...{ inPerson: ticked(values, 'inPerson'), mandate: photos(values, 'mandate') },
  }),
}
export const overnight: Form<'overnight'> = {
  fields: [
    { name: 'persons', kind: 'many', needed: true, options: passOptions },
    {
      ...{ name: 'stayReason', kind: 'one', needed: true },
      options: () => [{ value: 'guard_material' }, { value: 'cook_with_fire' }],
    },
    { name: 'fromOn', kind: 'day', needed: true, first: today },
    { name: 'untilOn', kind: 'day', needed: true, first: today },
    { name: 'guarantee', kind: 'photos', needed: true },
  ],
  lack: (values, { one, board }) => {
    const stay = {
      persons: many(values, 'persons'),
      ...{ fromOn: text(values, 'fromOn'), untilOn: text(values, 'untilOn') },
    }
    if (stay.untilOn < stay.fromOn) return 'untilBeforeStart'
    return tooManyOn(stay, one.requests, board.settings.overnight_max) ? 'tooManyOvernight' : null
  },
  said: (values, { one }) => ({
    requestId: newId(),
    persons: one.passes
      .filter(({ passId }) => many(values, 'persons').includes(passId))
      .map(({ name, passId }) => ({ name, passId })),
    reason: text(values, 'stayReason') as Said['overnight']['reason'],
    ...{ fromOn: text(values, 'fromOn'), untilOn: text(values, 'untilOn') },
    guarantee: photos(values, 'guarantee'),
  }),
}
export const hotWork: Form<'hot_work'> = {
  fields: [
    ...(['place', 'work', 'operator', 'watcher'] as const).map((name) => ({
      ...{ name, kind: 'text' as const, needed: true },
    })),
    { name: 'extinguisher', kind: 'tick', needed: true },
    { name: 'fromAt', kind: 'moment', needed: true },
    { name: 'untilAt', kind: 'moment', needed: true },
  ],
  lack: (values, { board }) => {
    const [from, until] = [text(values, 'fromAt'), text(values, 'untilAt')]
    if (until <= from) return 'untilBeforeStart'
    const day = (value: string) => dayOf(new Date(value), board.today.zone)
    return day(from) === day(until) ? null : 'notSameDay'
  },
  said: (values) => ({
    requestId: newId(),
    ...{ place: text(values, 'place'), work: text(values, 'work') },
    ...{ operator: text(values, 'operator'), watcher: text(values, 'watcher') },
    extinguisher: ticked(values, 'extinguisher'),
    ...{ fromAt: moment(values, 'fromAt'), untilAt: moment(values, 'untilAt') },
  }),
}
export const tools: Form<'tools'> = {
  fields: [
    { name: 'tools', kind: 'lines', needed: true },
    { name: 'ownerName', kind: 'text', needed: true, first: ({ one }) => one.applicant.name },
    {
      ...{ name: 'ownerConfirmed', kind: 'one', needed: true },
      options: () => [{ value: 'phone' }, { value: 'in_person' }, { value: 'written' }],
    },
    { name: 'note', kind: 'long' },
  ],
  said: (values) => ({
    requestId: newId(),
    ...{ tools: lines(values, 'tools'), ownerName: text(values, 'ownerName') },
    ownerConfirmed: text(values, 'ownerConfirmed') as Said['tools']['ownerConfirmed'],
    note: text(values, 'note'),
  }),
}
export const decide: Form<'decide'> = {
  fields: [
    {
      ...{ name: 'approved', kind: 'one', needed: true },
      options: () => [{ value: 'yes' }, { value: 'no' }],
    },
    { name: 'note', kind: 'long' },
  ],
  lack: (values) =>
    text(values, 'approved') === 'no' && !text(values, 'note') ? 'refusalReason' : null,
  said: (values, about) => ({
    requestId: about.request?.requestId ?? '',
    ...{ approved: text(values, 'approved') === 'yes', note: text(values, 'note') },
  }),
}
const listed = ({ request }: About) => (request?.said.tools ?? []) as string[]
export const release: Form<'release'> = {
  fields: [
    {
      ...{ name: 'seen', kind: 'many', needed: true },
      options: (about) => listed(about).map((value) => ({ value, word: value })),
    },
  ],
  said: (values, about) => ({
    ...{ requestId: about.request?.requestId ?? '', seen: many(values, 'seen') },
  }),
}

export const passReturn: Form<'pass_return'> = {
  fields: [{ name: 'note', kind: 'long' }],
  said: (values, { pass }) => ({ passId: pass?.passId ?? '', note: text(values, 'note') }),
}
export const passLost: Form<'pass_lost'> = {
  fields: [
    { name: 'reportedBy', kind: 'text', needed: true },
    { name: 'note', kind: 'long', needed: true },
  ],
  said: (values, { pass }) => ({
    passId: pass?.passId ?? '',
    ...{ note: text(values, 'note'), reportedBy: text(values, 'reportedBy') },
  }),
}
export const passRevoke: Form<'pass_revoke'> = {
  fields: [{ name: 'reason', kind: 'long', needed: true }],
  said: (values, { pass }) => ({ passId: pass?.passId ?? '', reason: text(values, 'reason') }),
}
