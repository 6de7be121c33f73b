/** The cabinet as rows of hooks, and which sets are looked for. Pure. */
import { isLate } from './chase'
import { disputedOf, isExpired } from './machine'
import type { KeyCase } from './types'

/** What a hook shows, the most pressing first. */
export const FACES = ['disputed', 'incident', 'overdue', 'out', 'expired', 'in', 'gone'] as const
export type Face = (typeof FACES)[number]

/** Answer how a set shows at `now`; `today` is the day in the estate's zone. */
export function faceOf(one: KeyCase, now: Date, today: string): Face {
  const { state } = one.set
  if (disputedOf(one).length > 0) return 'disputed'
  if (state === 'incident') return 'incident'
  if (state === 'on_loan') return one.open && isLate(one.open, now) ? 'overdue' : 'out'
  if (state !== 'in_cabinet') return 'gone'
  return isExpired(one.set, today) ? 'expired' : 'in'
}

export interface Hook {
  slot: string
  sets: { one: KeyCase; face: Face }[]
}

export interface HookRow {
  name: string
  hooks: Hook[]
}

const SLOT = /^(.*?)([\s-]*)(\d+)$/
/** A number beyond is not counted through: nobody hangs so many hooks in a row. */
const MOST_HOOKS = 60

/** Answer the hooks row by row as their numbers say: C-04 is the fourth of row C. `whole`: the empty ones between too. */
export function rowsOf(shown: readonly { one: KeyCase; face: Face }[], whole = false): HookRow[] {
  const hooks = new Map<string, Hook>()
  for (const entry of shown) {
    const slot = entry.one.set.cabinetSlot
    const hook = hooks.get(slot) ?? { slot, sets: [] }
    hook.sets.push(entry)
    hooks.set(slot, hook)
  }
  const rows = new Map<string, Hook[]>()
  for (const hook of hooks.values()) {
    const name = SLOT.exec(hook.slot)?.[1] ?? hook.slot
    rows.set(name, [...(rows.get(name) ?? []), hook])
  }
  return [...rows]
    .map(([name, used]) => ({ name, hooks: whole ? [...used, ...emptyAmong(used)] : used }))
    .map(({ name, hooks }) => ({ name, hooks: hooks.sort((a, b) => bySlot(a.slot, b.slot)) }))
    .sort((a, b) => bySlot(a.name, b.name))
}

/** Answer the hooks from the first to the last in use on which nothing hangs. */
function emptyAmong(used: readonly Hook[]): Hook[] {
  const parts = used.flatMap(({ slot }) => [SLOT.exec(slot) ?? []]).filter(({ length }) => length)
  const numbers = new Set(parts.map(([, , , digits]) => Number(digits)))
  const last = Math.max(0, ...numbers)
  const [, name = '', gap = '', { length: wide } = ''] = parts[0] ?? []
  if (last > MOST_HOOKS) return []
  return Array.from({ length: last }, (_, i) => i + 1)
    .filter((number) => !numbers.has(number))
    .map((number) => ({ slot: `${name}${gap}${String(number).padStart(wide, '0')}`, sets: [] }))
}

const collator = new Intl.Collator('zh', { numeric: true })
const bySlot = (a: string, b: string) => collator.compare(a, b)

/** Say whether a set is one that is looked for by number, place, hook, owner or borrower. */
export function matches({ set, open }: KeyCase, wanted: string): boolean {
  const words = folded(wanted)
  const known = [set.keyNo, set.placeName, set.cabinetSlot, set.ring, set.ownerName]
  return [...known, open?.borrower.name ?? '', open?.borrower.department ?? ''].some((text) =>
    folded(text).includes(words),
  )
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
}

/** Answer how many sets show each face. */
export function countFaces(shown: readonly { face: Face }[]): Record<Face, number> {
  const counts = Object.fromEntries(FACES.map((face) => [face, 0])) as Record<Face, number>
  for (const { face } of shown) counts[face] += 1
  return counts
}
