/** Who may stay tonight, unit by unit: the guard's list (`renovation.md` 6). Pure. */
import type { Case } from './board'
import { overnightOn } from './standing'
import type { Renovation } from './types'

export interface Night {
  one: Renovation
  /** Names of those who may stay. */
  persons: string[]
}

/** Answer the units in which somebody may stay in the night of `day`, with their names. */
export function nightsOn(cases: readonly Pick<Case, 'one'>[], day: string): Night[] {
  return cases
    .filter(({ one }) => one.state === 'in_progress')
    .map(({ one }) => {
      const persons = overnightOn(one, day).flatMap(
        ({ said }) => said.persons as { name: string }[],
      )
      return { one, persons: persons.map(({ name }) => name) }
    })
    .filter(({ persons }) => persons.length > 0)
}
