/** What is asked of whom before keys leave the office (`keys.md` 4.1), and until when they may be out. Pure; twin of the server's. */
import { dayAfter, dayOf, momentAt } from '@/ground/calendar/rules'
import { isSigned } from '@/ground/signatures/strokes'
import { isNonOwner } from './machine'
import type { Borrower, KeyPhoto, KeySet, Private, Proofs, Reason } from './types'

/** What a loan still lacks, in the order in which it is asked. */
export type Lack =
  | 'count'
  | 'borrower'
  | 'self'
  | 'department'
  | 'phone'
  | 'workOrder'
  | 'number'
  | 'mandate'
  | 'call'
  | 'idKept'
  | 'last4'
  | 'reason'
  | 'emergency'
  | 'due'
  | 'signature'

const LAST4 = /^[0-9A-Za-z]{4}$/
export interface LoanDraft {
  borrower: Borrower
  phone: string
  proofs: Proofs
  last4: string
  reason: Reason | null
  /** The entry that keys are lent for in an emergency. */
  emergencyId: string | null
  dueAt: string | null
  strokes: readonly (readonly number[])[]
}

/** Who lends what, and when. */
export interface Lending {
  sets: readonly Pick<KeySet, 'ownerPhone'>[]
  /** Every key of every set was counted. */
  counted: boolean
  me: { id: string; mayLendToSelf: boolean }
  now: Date
}

/** Answer the first thing that is missing to lend at once, or null. */
export function lackOf(draft: LoanDraft, lending: Lending): Lack | null {
  if (!lending.counted) return 'count'
  const proven = isNonOwner(draft.borrower.kind) ? proofLack(draft, lending.sets) : null
  return (
    borrowerLack(draft, lending.me) ??
    proven ??
    termsLack(draft, lending.now) ??
    (isSigned(draft.strokes) ? null : 'signature')
  )
}

/** Answer the first thing that is missing to ask for keys, which somebody has to consent to first, or null. */
export function askingLack(draft: LoanDraft, { me, now }: Lending): Lack | null {
  return borrowerLack(draft, me) ?? termsLack(draft, now)
}

function termsLack({ reason, emergencyId, dueAt }: LoanDraft, now: Date): Lack | null {
  if (reason === null) return 'reason'
  if (reason === 'emergency' && emergencyId === null) return 'emergency'
  return dueAt === null || Date.parse(dueAt) <= now.getTime() ? 'due' : null
}

function borrowerLack({ borrower, phone }: LoanDraft, me: Lending['me']): Lack | null {
  const { kind, name, personId, department, workOrder } = borrower
  if (!name.trim()) return 'borrower'
  if (kind === 'staff') {
    if (personId === me.id && !me.mayLendToSelf) return 'self'
    return personId || department.trim() ? null : 'department'
  }
  if (!phone.trim()) return 'phone'
  return kind === 'contractor' && !workOrder.trim() ? 'workOrder' : null
}

/** All four of KEY-I5: mandate, the owner's word on the registered number, the ID that stays, the register itself. */
export function proofLack(
  { proofs, last4 }: Pick<LoanDraft, 'proofs' | 'last4'>,
  sets: readonly Pick<KeySet, 'ownerPhone'>[],
): Lack | null {
  if (registeredNumber(sets) === null) return 'number'
  const { mandate, call, idKept } = proofs
  if (!mandate?.signedOn || mandate.photos.length === 0) return 'mandate'
  if (call?.answer !== 'yes') return 'call'
  if (!idKept?.slot.trim()) return 'idKept'
  return LAST4.test(last4) ? null : 'last4'
}

/** Answer the one number that the register has of the owner of all these sets, or null. */
export function registeredNumber(sets: readonly Pick<KeySet, 'ownerPhone'>[]): string | null {
  const numbers = new Set(sets.map(({ ownerPhone }) => ownerPhone))
  const [number] = numbers
  return numbers.size === 1 && number ? number : null
}

/** Answer what goes apart in the book. */
export function privateOf({ borrower, phone, last4, strokes }: LoanDraft): Private {
  return { phone: phone.trim(), idLast4: isNonOwner(borrower.kind) ? last4 : '', strokes }
}

export interface DueChoice {
  id: 'today' | 'tonight' | 'tomorrow' | 'days'
  at: string
}

const CLOSING = '18:00'
const NIGHT = '22:00'
/** Nobody borrows keys for less. */
const LEAST_MS = 30 * 60_000

/** Answer until when keys are usually lent: this day's end, the next, and the last that needs nobody's consent. */
export function dueChoices(now: Date, zone: string, longest: number): DueChoice[] {
  const day = dayOf(now, zone)
  const latest = now.getTime() + longest * 86_400_000
  const at = (count: number, time: string) => momentAt(dayAfter(day, count), time, zone)
  const last = at(longest, CLOSING).getTime() <= latest ? longest : longest - 1
  const choices: [DueChoice['id'], Date][] = [
    ['today', at(0, CLOSING)],
    ['tonight', at(0, NIGHT)],
    ['tomorrow', at(1, CLOSING)],
    ['days', at(last, CLOSING)],
  ]
  const open = choices.filter(([, moment]) => moment.getTime() - now.getTime() >= LEAST_MS)
  return open
    .filter(([id]) => id !== 'tonight' || open[0]?.[0] === 'tonight')
    .filter(([, moment], i, all) => all.findIndex(([, one]) => +one === +moment) === i)
    .map(([id, moment]) => ({ id, at: moment.toISOString() }))
}

/** Answer what a colleague of this role usually borrows keys for. */
export function usualReason(role: string): Reason {
  return role === 'steward' ? 'vacant_care' : 'repair'
}

export const NO_PROOFS: Proofs = { mandate: null, call: null, idKept: null }

/** Answer the proofs with the day of the mandate and its photos; without a photo there is none. */
export function withMandate(proofs: Proofs, signedOn: string, photos: KeyPhoto[]): Proofs {
  return { ...proofs, mandate: photos.length > 0 ? { signedOn, photos } : null }
}
