/** Forms of the desk: from the application to the permit. */
import { withoutPass } from '@/domains/renovation/passes'
import { PARTIES } from '@/domains/renovation/papers'
import type { PaperCode, Party } from '@/domains/renovation/types'
import type { Form } from './types'
import { fen, moment, text, ticked } from './values'
import { dayAfterMonths } from './months'

export const submit: Form<'submit'> = {
  fields: [
    { name: 'ownerPresent', kind: 'tick' },
    { name: 'personInChargePresent', kind: 'tick' },
    { name: 'agent', kind: 'text', when: (values) => !ticked(values, 'ownerPresent') },
  ],
  lack: (values) => {
    if (!ticked(values, 'personInChargePresent')) return 'presence'
    return ticked(values, 'ownerPresent') || text(values, 'agent') ? null : 'presence'
  },
  said: (values) => ({
    ownerPresent: ticked(values, 'ownerPresent'),
    personInChargePresent: ticked(values, 'personInChargePresent'),
    agent: ticked(values, 'ownerPresent') ? '' : text(values, 'agent'),
  }),
}
export const incomplete: Form<'incomplete'> = {
  fields: [{ name: 'note', kind: 'long' }],
  said: (values) => ({ note: text(values, 'note') }),
}
export const resubmit: Form<'resubmit'> = {
  fields: [{ name: 'note', kind: 'long' }],
  said: (values) => ({ note: text(values, 'note') }),
}
export const forward: Form<'forward'> = {
  fields: [{ name: 'note', kind: 'long' }],
  said: (values) => ({ note: text(values, 'note') }),
}
export const approve: Form<'approve'> = {
  fields: [{ name: 'opinion', kind: 'long', needed: true }],
  said: (values) => ({ opinion: text(values, 'opinion') }),
}
export const sendBack: Form<'return'> = {
  fields: [{ name: 'reasons', kind: 'long', needed: true }],
  said: (values) => ({ reasons: text(values, 'reasons') }),
}

/** Three parties sign the agreement, each its own signature. */
const formsToSign = (Object.keys(PARTIES) as PaperCode[]).flatMap((code) =>
  (PARTIES[code] ?? []).map((party) => `${code}/${party}`),
)
const signing = (value: string) => value.split('/') as [PaperCode, Party]
export const sign: Form<'sign'> = {
  fields: [
    {
      name: 'formToSign',
      kind: 'one',
      needed: true,
      options: ({ one }) =>
        formsToSign
          .filter((value) => {
            const [code, party] = signing(value)
            return one.missing.some((lack) => lack.code === code && lack.parties.includes(party))
          })
          .map((value) => ({ value })),
    },
  ],
  signs: (values) => {
    const [, party] = signing(text(values, 'formToSign'))
    return party ? [party] : []
  },
  said: (values) => {
    const [form, party] = signing(text(values, 'formToSign'))
    return { form, party }
  },
}

export const permit: Form<'permit'> = {
  fields: [
    { name: 'startOn', kind: 'day', needed: true, first: ({ board }) => board.today.day },
    {
      name: 'until',
      kind: 'day',
      needed: true,
      first: ({ one, board }) =>
        one.plannedUntil > board.today.day
          ? one.plannedUntil
          : dayAfterMonths(board.today.day, board.settings.max_duration_months),
    },
  ],
  lack: (values, { one, board }) => {
    if (one.jointCheck === null) return 'jointCheck'
    if (withoutPass(one).length > 0) return 'passes'
    const [from, until] = [text(values, 'startOn'), text(values, 'until')]
    if (until < from) return 'untilBeforeStart'
    return until > dayAfterMonths(from, board.settings.max_duration_months) ? 'tooLong' : null
  },
  said: (values) => ({ startOn: text(values, 'startOn'), until: text(values, 'until') }),
}

export const withdraw: Form<'withdraw'> = {
  fields: [
    { name: 'reason', kind: 'long', needed: true },
    ...(['amount', 'receiptNo', 'paidAt', 'payee'] as const).map((name) => ({
      name,
      kind: ({ amount: 'money', paidAt: 'moment' } as const)[name as 'amount'] ?? ('text' as const),
      needed: true,
      when: (_: unknown, { one }: { one: { depositHeld: number } }) => one.depositHeld > 0,
    })),
  ],
  said: (values, { one }) => ({
    reason: text(values, 'reason'),
    refund:
      one.depositHeld > 0
        ? {
            amount: fen(values, 'amount'),
            receiptNo: text(values, 'receiptNo'),
            paidAt: moment(values, 'paidAt'),
            payee: text(values, 'payee'),
          }
        : null,
  }),
}
