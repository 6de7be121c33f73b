/** What hanging or claiming a label does. Pure; the server decides alike (`tests/examples/rules/*_label.json`). */
import type { Label } from '@/ground/labels/types'

export const PLACE = 'place'
export const BLANK = 'blank'
/** Of a set of keys. */
export const KEY_TAG = 'key_set'
/** Of a unit. */
export const UNIT_TAG = 'unit'
/** Of a colleague. */
export const BADGE = 'person'
/** Reason kept with a label that gave way to a newer one. */
export const REPLACED = 'replaced'

export type RefusedLabel =
  | 'labels.unknown'
  | 'labels.unclaimed'
  | 'labels.elsewhere'
  | 'labels.revoked'
  | 'labels.not_blank'
  | 'labels.claimed'

/** `hangs` is false for a label that hung already; `replaces` are the labels that give way to it. */
export type Decision =
  { ok: false; refused: RefusedLabel } | { ok: true; hangs: boolean; replaces: Label[] }

const refuse = (refused: RefusedLabel): Decision => ({ ok: false, refused })
const hangsAt = (label: Label, placeId: string) =>
  label.targetKind === PLACE && label.targetId === placeId

/** Answer what scanning `code` at a place does; `labels` hold at least that of the code and all of the place. */
export function decideHang(code: string, placeId: string, labels: readonly Label[]): Decision {
  const label = labels.find((one) => one.code === code)
  if (!label) return refuse('labels.unknown')
  if (label.targetKind === BLANK) return refuse('labels.unclaimed')
  if (!hangsAt(label, placeId)) return refuse('labels.elsewhere')
  if (label.state === 'revoked') return refuse('labels.revoked')
  if (label.state === 'active') return { ok: true, hangs: false, replaces: [] }
  return { ok: true, hangs: true, replaces: givingWay(label, labels) }
}

/** Answer what giving the blank label `code` to a spot of a place does; `labels` as for `decideHang`. */
export function decideClaim(
  code: string,
  placeId: string,
  labels: readonly Label[],
  spot = '',
): Decision {
  const label = labels.find((one) => one.code === code)
  if (!label) return refuse('labels.unknown')
  if (label.state === 'revoked') return refuse('labels.revoked')
  if (label.targetKind !== BLANK)
    return refuse(hangsAt(label, placeId) ? 'labels.not_blank' : 'labels.claimed')
  return {
    ok: true,
    hangs: true,
    replaces: givingWay(claimed(label, placeId, labels, spot), labels),
  }
}

/** Answer a blank label as it is once it was given to a spot of a place. */
export function claimed(label: Label, placeId: string, labels: readonly Label[], spot = ''): Label {
  const own = labels.filter((one) => hangsAt(one, placeId))
  const generation = Math.max(0, ...own.map((one) => one.generation)) + 1
  return { ...label, targetKind: PLACE, targetId: placeId, spot, generation }
}

/** Answer the rows as they are once the decision has come to pass. */
export function rowsAfter(hung: Label, replaces: readonly Label[], at: string): Label[] {
  const gone = replaces.map((label) => ({
    ...label,
    state: 'revoked' as const,
    revokedAt: at,
    reason: REPLACED,
  }))
  return [{ ...hung, state: 'active' }, ...gone]
}

/** Older ones at the same spot of the same place. */
function givingWay(label: Label, labels: readonly Label[]): Label[] {
  return labels.filter(
    (other) =>
      hangsAt(other, label.targetId) &&
      other.spot === label.spot &&
      other.generation < label.generation &&
      other.state === 'active',
  )
}
