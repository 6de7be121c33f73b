/** Photos of a finding in two rows: as it was found, and as it was left. Pure. */
import type { Case, FindingPhoto } from './types'

export interface Picture extends FindingPhoto {
  byName: string
  /** The page it came with; none while that was not given. */
  serial: string | null
}

/** Answer the photos of before and of after, oldest first; the newest of each shows how it stands. */
export function pairOf(found: Case): { before: Picture[]; after: Picture[] } {
  const told: Picture[] = [
    ...found.photos.map((photo) => ({
      ...photo,
      byName: found.byName,
      serial: found.serial,
    })),
    ...found.acts
      .filter(({ act, refused }) => PROOFS.includes(act) && !refused)
      .flatMap(({ said, byName, serial = null }) =>
        ((said.photos as FindingPhoto[] | undefined) ?? []).map((photo) => ({
          ...photo,
          byName,
          serial,
        })),
      ),
  ]
  return {
    before: told.filter(({ moment }) => moment !== 'after').sort(beforeLast),
    after: told.filter(({ moment }) => moment === 'after'),
  }
}

const PROOFS = ['settle', 'fix', 'verify']

/** The large one is what was found, not a valve or a notice. */
function beforeLast(a: Picture, b: Picture): number {
  return Number(a.moment === 'before') - Number(b.moment === 'before')
}
