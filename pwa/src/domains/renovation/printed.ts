/** Which papers of a renovation there are to print now (`renovation.md` 2, 5, 10). Pure. */
import type { Renovation } from './types'

export type Printed =
  | 'application'
  | 'agreement'
  | 'contractor_pledge'
  | 'heating_pledge'
  | 'permit'
  | 'acceptance'
  | 'archive'

type Of = Pick<Renovation, 'serial' | 'heating' | 'permitUntil' | 'acceptedOn' | 'closedAt'>

/** Answer them in the order in which they come about; none before the application has its number. */
export function printedOf(one: Of): Printed[] {
  if (one.serial === null) return []
  const there: [Printed, boolean][] = [
    ['application', true],
    ['agreement', true],
    ['contractor_pledge', true],
    ['heating_pledge', one.heating],
    ['permit', one.permitUntil !== null],
    ['acceptance', one.acceptedOn !== null],
    ['archive', one.closedAt !== null],
  ]
  return there.filter(([, is]) => is).map(([form]) => form)
}

const READERS = [
  ...['steward', 'front_desk', 'supervisor', 'manager', 'office_manager'],
  ...['engineer', 'renovation_inspector', 'finance'],
]

/** Say whether somebody may open the papers: those at the gate need not. */
export const readsPapers = ({ role, files }: { role: string; files: boolean }) =>
  files || READERS.includes(role)
