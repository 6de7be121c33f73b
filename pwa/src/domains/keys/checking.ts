/** Spot checks: which hooks are counted, and what was found there against what should hang (`keys.md` 8). Pure; twin of the server's. */
import type { KeyCase } from './types'

export interface CheckedSlot {
  cabinetSlot: string
  expected: string[]
  found: string[]
}

/** Answer the hooks in use, each with the sets that should hang there now. */
export function slotsOf(cases: readonly KeyCase[]): CheckedSlot[] {
  const slots = new Map<string, string[]>()
  for (const { set } of cases) {
    if (!set.cabinetSlot || ['handed_over', 'retired'].includes(set.state)) continue
    const there = slots.get(set.cabinetSlot) ?? []
    slots.set(set.cabinetSlot, set.state === 'in_cabinet' ? [...there, set.id] : there)
  }
  return [...slots]
    .map(([cabinetSlot, expected]) => ({ cabinetSlot, expected, found: [] }))
    .sort((a, b) => collator.compare(a.cabinetSlot, b.cabinetSlot))
}

const collator = new Intl.Collator('zh', { numeric: true })

/** Answer at least `percent` of the hooks, drawn by `chance` (0 to 1), in the order of the cabinet. */
export function sampleOf(
  slots: readonly CheckedSlot[],
  percent: number,
  chance: () => number,
): CheckedSlot[] {
  const many = Math.ceil((slots.length * percent) / 100)
  const drawn = slots.map((slot) => ({ slot, lot: chance() })).sort((a, b) => a.lot - b.lot)
  const chosen = new Set(drawn.slice(0, many).map(({ slot }) => slot))
  return slots.filter((slot) => chosen.has(slot))
}

/** Answer what is missing on a hook, and what hangs there and should not. */
export function comparedOf({ expected, found }: CheckedSlot) {
  return {
    missing: expected.filter((id) => !found.includes(id)),
    unexpected: found.filter((id) => !expected.includes(id)),
  }
}
