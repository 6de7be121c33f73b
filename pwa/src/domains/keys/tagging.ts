/** A blank tag from the roll is tied to a set; twin of the server's rule. Pure. */
import type { Label } from '@/ground/labels'
import { BLANK, KEY_TAG, REPLACED } from '@/ground/labels/rules'

/** Why a code is no blank tag: unknown here, replaced, or of something already. */
export type BlankTrouble = 'unknown' | 'revoked' | 'not_blank'

/** Answer why the label of a code cannot be tied to a set, or null. */
export function blankTroubleOf(label: Label | undefined): BlankTrouble | null {
  if (!label) return 'unknown'
  if (label.state === 'revoked') return 'revoked'
  return label.targetKind === BLANK ? null : 'not_blank'
}

/** Answer the labels as they are once a blank one is tied to a set: those before it go. */
export function tiedTo(blank: Label, setId: string, labels: readonly Label[], at: string): Label[] {
  const own = tagsOf(setId, labels)
  const generation = Math.max(0, ...own.map((one) => one.generation)) + 1
  const gone = own
    .filter(({ state }) => state !== 'revoked')
    .map((one) => ({ ...one, state: 'revoked' as const, revokedAt: at, reason: REPLACED }))
  return [
    { ...blank, targetKind: KEY_TAG, targetId: setId, spot: '', generation, state: 'active' },
    ...gone,
  ]
}

/** Answer the tags that a set ever had. */
export function tagsOf(setId: string, labels: readonly Label[]): Label[] {
  return labels.filter((one) => one.targetKind === KEY_TAG && one.targetId === setId)
}
