/** From a scanned code to a set of keys, to a colleague, or to the reason why to neither. Pure. */
import { BADGE, KEY_TAG } from '@/ground/labels/rules'
import type { Board, Colleague } from './board'
import type { KeyCase } from './types'

/**
 * unknown: not on this phone · revoked: replaced · elsewhere: another estate
 * not_a_key: hangs at something else · gone: of a set that is no longer kept · left: a badge of who left the estate
 */
export type KeyTrouble = 'unknown' | 'revoked' | 'elsewhere' | 'not_a_key' | 'gone' | 'left'

/** another: of a set that is not the one in hand · not_blank: of something already */
export type TagTrouble = KeyTrouble | 'another' | 'not_blank'

export type Read =
  | { what: 'set'; one: KeyCase }
  | { what: 'person'; person: Colleague }
  | { what: 'trouble'; why: KeyTrouble }

/** Answer what a code stands for. A tag that was only printed counts: keys hang on no wall. */
export function readingOf(
  code: string,
  { labels, byId, colleagues, left }: Pick<Board, 'labels' | 'byId' | 'colleagues' | 'left'>,
): Read {
  const label = labels.get(code)
  if (!label) return { what: 'trouble', why: 'unknown' }
  if (label.state === 'revoked') return { what: 'trouble', why: 'revoked' }
  if (label.targetKind === BADGE) {
    const person = colleagues.find(({ id }) => id === label.targetId)
    if (person) return { what: 'person', person }
    return { what: 'trouble', why: left.has(label.targetId) ? 'left' : 'unknown' }
  }
  if (label.targetKind !== KEY_TAG) return { what: 'trouble', why: 'not_a_key' }
  const one = byId.get(label.targetId)
  return one ? { what: 'set', one } : { what: 'trouble', why: 'gone' }
}

/** Answer why a code is not the tag of this very set, or null. */
export function tagTroubleOf(
  code: string,
  setId: string,
  held: Parameters<typeof readingOf>[1],
): TagTrouble | null {
  const read = readingOf(code, held)
  if (read.what === 'trouble') return read.why
  if (read.what === 'person') return 'not_a_key'
  return read.one.set.id === setId ? null : 'another'
}

/** What is most likely wanted of a set whose tag was scanned at the desk. */
export function wayOf({ set, open, loans }: KeyCase): 'lend' | 'return' | 'look' {
  if (loans.some(({ state }) => state === 'disputed')) return 'look'
  if (set.state === 'in_cabinet') return 'lend'
  return set.state === 'on_loan' && open ? 'return' : 'look'
}
