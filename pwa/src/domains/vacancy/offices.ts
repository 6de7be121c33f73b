/** The pages of the office about vacant units, and whose they are. Pure. */
const OVERSEERS = ['supervisor', 'manager', 'office_manager']
const HOLDERS = ['steward', ...OVERSEERS]

const OFFICES = {
  coverage: HOLDERS,
  care: HOLDERS,
  tables: OVERSEERS,
  summaries: HOLDERS,
  plans: [...HOLDERS, 'gm'],
  lettings: HOLDERS,
  fees: [...HOLDERS, 'finance'],
} as const satisfies Record<string, readonly string[]>
export type Office = keyof typeof OFFICES

/** Answer the pages that a role opens. */
export function officesOf(role: string): Office[] {
  return (Object.keys(OFFICES) as Office[]).filter((name) =>
    (OFFICES[name] as readonly string[]).includes(role),
  )
}

/** Say whether a role goes into units; the others know only papers. */
export const visits = (role: string) => HOLDERS.includes(role)
