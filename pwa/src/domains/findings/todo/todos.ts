/** Which findings wait for the person signed in; for who oversees the estate, those that are late. */
import { t } from '@/core/text'
import { fewOr, type Todo } from '@/core/todo'
import { readBoard, type Board } from '@/domains/findings/board'
import { nextDue } from '@/domains/findings/deadlines'
import { listOf } from '@/domains/findings/lists'
import { isOverseer } from '@/domains/findings/machine'
import { dueOf, stateMark, titleWords } from '@/domains/findings/say'
import type { Case } from '@/domains/findings/types'

/** Answer what waits, at whatever moment is asked. */
export async function readTodos(): Promise<(now: Date) => Todo[]> {
  const board = await readBoard()
  return (now) => (board ? todosOf(board, now) : [])
}

/** Answer what waits for the person whose board it is. */
export function todosOf(board: Board, now: Date): Todo[] {
  const view = isOverseer(board.who) ? 'over' : 'todo'
  const list = listOf(board.cases, view, board, now)
  const each = (found: Case): Todo => ({
    id: `findings/${found.id}`,
    path: `/findings/${found.id}`,
    title: titleWords(found, board.templates),
    note: found.placeName ?? t('findings.unknownPlace'),
    ...pressing(found, now),
  })
  return fewOr(list, each, (first, n) => ({
    ...{ id: `findings/${view}`, path: '/findings' },
    title: t(`findings.waiting.${view}`, { n }),
    note: titleWords(first, board.templates),
    ...pressing(first, now),
  }))
}

const pressing = (found: Case, now: Date) => ({
  icon: 'flag' as const,
  mark: dueOf(found, now)?.mark ?? stateMark(found),
  due: nextDue(found.due)?.dueAt ?? null,
})
