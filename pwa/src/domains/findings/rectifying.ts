/** What a supervisor's round asks of findings: what is open, orders, rechecks (`patrol.md` 8). */
import type { NewItem } from '@/core/outbox/outbox'
import { readBoard } from '@/domains/findings/board'
import { isFinal } from '@/domains/findings/ended'
import { isOrdered, mayDo } from '@/domains/findings/machine'
import { actItem } from '@/domains/findings/acts'
import { nextWords, stateMark } from '@/domains/findings/say'
import type { Case, Said } from '@/domains/findings/types'

export { prepareReport } from '@/domains/findings/repo'

/** Answer what is open, newest first, and what this person may do about it on a round. */
export async function openCases() {
  const board = await readBoard()
  if (!board) return []
  const { cases, who, departments } = board
  return cases
    .filter((one) => !isFinal(one))
    .sort((a, b) => (a.foundAt < b.foundAt ? 1 : -1))
    .map((one) => ({
      id: one.id,
      placeId: one.placeId,
      placeName: one.placeName ?? '',
      description: one.description || one.spot,
      serial: one.serial,
      mark: stateMark(one),
      next: nextWords(one, departments),
      ordered: isOrdered(one),
      orderNo: one.orderNo,
      byMe: one.acts.some(({ act, byId }) => act === 'order' && byId === who.id),
      dueAt: one.due.find(({ what }) => what === 'solve')?.dueAt ?? null,
      mayOrder: mayDo(one, who).includes('order'),
      mayRecheck: mayDo(one, who).includes('verify'),
    }))
}

/** Answer the item that carries an act on a finding, to be kept together with another record. */
export function prepareAct<K extends 'order' | 'verify'>(
  findingId: string,
  act: K,
  said: Said[K],
  placeName: string,
): NewItem {
  const found: Pick<Case, 'id' | 'placeName'> = { id: findingId, placeName }
  return actItem(found, act, said)
}
