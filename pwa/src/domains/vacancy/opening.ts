/** Opening the sheet of a unit: the one begun before, or a fresh one with what is asked today. */
import { corrected, now } from '@/core/clock'
import { newId } from '@/core/ids'
import { dayOf } from '@/ground/calendar/rules'
import { keepDraft, readLists, type Board } from '@/domains/vacancy/repo'
import { itemsAsked } from '@/domains/vacancy/rules'
import type { CheckDraft, CheckScan } from '@/domains/vacancy/types'
import { wayIn, type UnitCase } from '@/domains/vacancy/walk'

const NOTHING = {
  ...{ answers: {}, photos: [], observation: '', reading: '', unreadable: false, aired: '' },
  ...{ valves: {}, openValves: {}, windowsClosed: null },
}

/** Answer the id of the sheet of a unit, or null when this phone does not have the checklist yet. */
export async function openCheck(
  one: UnitCase,
  board: Pick<Board, 'estate' | 'zone' | 'me' | 'coldRegion'>,
  scan: CheckScan,
): Promise<string | null> {
  if (one.draftId) return one.draftId
  const { list, meters } = await readLists()
  if (!list) return null
  const entered = now()
  const way = wayIn(one.keys, board.me)
  const draft: CheckDraft = {
    ...{ id: newId(), estate: board.estate, by: board.me, unitId: one.unit.id, scan, ...NOTHING },
    loanId: way.way === 'enter' ? way.loanId : null,
    enteredAt: entered.toISOString(),
    checklist: refOf(list),
    meters: meters ? refOf(meters) : null,
    asked: itemsAsked({
      card: one.unit.card,
      coldRegion: board.coldRegion,
      day: dayOf(corrected(entered), board.zone),
      done: Object.fromEntries(Object.entries(one.unit.care).map(([task, { day }]) => [task, day])),
    }),
  }
  await keepDraft(draft)
  return draft.id
}

const refOf = ({ type, version, hash }: CheckDraft['checklist']) => ({ type, version, hash })
