/** Which of a phone's lenses looks at labels: told by what they are called, never by what phone it is. Pure. */

/** A camera as the browser lists it; before the leave to use it, labels are empty, and mostly ids too. */
export interface Lens {
  id: string
  /** What the phone calls it, in its own language. */
  label: string
}

const BACK = /back|rear|environment|arri[eè]re|trasera|rück|后置|後置|背面|後面/i
const FRONT = /front|user|face ?time|selfie|前置|前面|正面|内置|內置/i
/** They focus badly on a label at arm's length, see no detail of it, or are no cameras for the eye at all. */
const SPECIAL =
  /ultra|tele|macro|depth|infrared|\bir\b|mono|virtual|desk view|超广角|超廣角|长焦|長焦|微距|景深|红外|紅外|黑白/i

/** Answer the lenses in the order in which they are offered: the main one facing away first, those facing the person last. */
export function inOrder(lenses: readonly Lens[]): Lens[] {
  const ranks = new Map(lenses.map((lens) => [lens, rankOf(lens)]))
  // A stable sort: phones list the main lens first of its kind, where they do not number them.
  return [...lenses].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
}

function rankOf({ label }: Lens): number {
  const number = Math.min(9, Number(/(?:camera2?|kamera)\s*(\d+)/i.exec(label)?.[1] ?? 0))
  const special = SPECIAL.test(label) ? 10 : 0
  if (FRONT.test(label) && !BACK.test(label)) return 200 + number + special
  return (BACK.test(label) ? 0 : 100) + number + special
}

/** Answer what names a lens over the days: some browsers give it another id each time, a few no label. */
export function nameOf({ id, label }: Lens): string {
  return label || id
}

/** Answer what names this set of lenses: phones of one model have the same. Empty while nothing is told. */
export function modelOf(lenses: readonly Lens[]): string {
  const names = lenses.map(nameOf)
  return names.includes('') ? '' : names.sort().join(' | ')
}

/** Answer the lens to open: the one chosen on this model before, else the main one; undefined while nothing is told. */
export function lensFor(
  lenses: readonly Lens[],
  chosen: Readonly<Record<string, string>>,
): Lens | undefined {
  const name = chosen[modelOf(lenses)]
  const before = lenses.find((lens) => name && nameOf(lens) === name)
  const isTold = lenses.some(({ label }) => label !== '')
  return before ?? (isTold ? inOrder(lenses)[0] : undefined)
}

/** Answer the lens after the one with this id, round and round. */
export function lensAfter(lenses: readonly Lens[], id: string | undefined): Lens | undefined {
  const order = inOrder(lenses)
  return order[(order.findIndex((lens) => lens.id === id) + 1) % order.length]
}
