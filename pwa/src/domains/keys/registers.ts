/** The three registers as the desk reads them: which columns stand side by side, and how a line is told in short. Pure. */
import { monthAfter } from '@/ground/calendar/months'
import { dayAfter } from '@/ground/calendar/rules'

export const REGISTERS = ['mandates', 'loans', 'memos'] as const
export type Register = (typeof REGISTERS)[number]

/** A line as the server tells it; which fields it has is the register's. */
export type Line = Record<string, unknown> & {
  id: string
  keySetId: string
  serial: string | null
  keyNo: string
  placeName: string
}

/** How a column is read: as it stands, as a day, as a moment, as money, or as words of this room. */
export type Reading = 'text' | 'day' | 'moment' | 'money' | `keys.${string}`

export const COLUMNS: Record<Register, Record<string, Reading>> = {
  mandates: {
    ...{ serial: 'text', date: 'day', keyNo: 'text', placeName: 'text', ownerName: 'text' },
    ...{ quantity: 'text', custodyUntil: 'day', byName: 'text', handedOverAt: 'moment' },
  },
  loans: {
    ...{ serial: 'text', lentAt: 'moment', keyNo: 'text', placeName: 'text', borrower: 'text' },
    ...{ reason: 'keys.reasons', dueAt: 'moment', state: 'keys.loanStates' },
    ...{ returnedAt: 'moment', receiver: 'text' },
  },
  memos: {
    ...{ serial: 'text', openedAt: 'moment', keyNo: 'text', placeName: 'text' },
    ...{ what: 'keys.whats', outcome: 'keys.ends', cost: 'money', closedAt: 'moment' },
  },
}

/** What a line says in short below its set: by register, the columns that tell most. */
export const SHORT: Record<Register, readonly string[]> = {
  mandates: ['serial', 'date', 'ownerName'],
  loans: ['serial', 'lentAt', 'borrower'],
  memos: ['serial', 'openedAt', 'what'],
}

/** Answer what stands in a column of a line; '' where nothing does. */
export function valueOf(line: Line, column: string): string | number {
  const gone = line.handedOver as { at: string } | null | undefined
  const value = column === 'handedOverAt' ? gone?.at : line[column]
  return typeof value === 'number' || typeof value === 'string' ? value : ''
}

/** Answer the first and the last day of a month (2026-11). */
export function daysOf(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: dayAfter(`${monthAfter(month, 1)}-01`, -1) }
}
