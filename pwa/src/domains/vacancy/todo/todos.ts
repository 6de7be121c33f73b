/** Which vacant units wait for the person signed in: this week's checks, and valves that should be shut by now. */
import { t } from '@/core/text'
import { dateText, dayOf } from '@/core/text/when'
import { fewOr, type Todo } from '@/core/todo'
import { readBoard, type Board } from '@/domains/vacancy/repo'
import { periodOf } from '@/domains/vacancy/rules'
import { readMine } from '@/domains/vacancy/useMine'
import { isDue, nameOf, type UnitCase } from '@/domains/vacancy/walk'

type Held = Pick<Board, 'cases' | 'every' | 'zone'>

/** Answer what waits, at whatever moment is asked. */
export async function readTodos(): Promise<(now: Date) => Todo[]> {
  const [board, isMine] = await Promise.all([readBoard(), readMine()])
  if (!board) return () => []
  const cases = board.cases.filter(({ unit }) => isMine(unit))
  return (now) => todosOf({ ...board, cases }, now)
}

/** Answer what waits for the person whose units these are. */
export function todosOf({ cases, every, zone }: Held, now: Date): Todo[] {
  const today = dayOf(now, zone)
  const open = cases.filter(({ unit }) => isOpenTooLong(unit, today))
  const left: Todo[] = fewOr(
    open,
    (one) => ({
      ...openValve(one),
      id: `vacancy/${one.unit.id}/valve`,
      path: `/vacancy/${one.unit.id}`,
    }),
    (first, n) => ({
      ...openValve(first),
      id: 'vacancy/valves',
      path: '/vacancy/building',
      note: t('vacancy.todo.homes', { n }),
    }),
  )
  return [...week(cases, periodOf(today, every).last), ...left]
}

function week(cases: readonly UnitCase[], last: string): Todo[] {
  const asked = cases.filter(({ turn }) => turn !== 'off')
  const due = asked.filter(isDue)
  const missed = due.filter(({ turn }) => turn === 'missed').length
  const sum = { done: asked.length - due.length, all: asked.length, day: dateText(last) }
  if (due.length === 0) return []
  const left = t('vacancy.todo.left', { n: due.length })
  return [
    {
      ...{ id: 'vacancy/week', icon: 'door', path: '/vacancy', due: last },
      title: t('vacancy.todo.week'),
      note: t('vacancy.todo.checked', sum),
      mark: missed
        ? { state: 'missed', word: t('vacancy.todo.missed', { n: missed }) }
        : { state: sum.done ? 'doing' : 'todo', word: left },
    },
  ]
}

const firstDue = ({ openValves }: UnitCase['unit']) =>
  openValves.reduce((first, { dueOn }) => (dueOn < first ? dueOn : first), '~')

const isOpenTooLong = (unit: UnitCase['unit'], today: string) => firstDue(unit) <= today

function openValve({ unit }: UnitCase) {
  const dueOn = firstDue(unit)
  return {
    ...{ icon: 'door' as const, due: dueOn },
    title: t('vacancy.todo.valve'),
    note: nameOf(unit),
    mark: { state: 'abnormal' as const, word: t('vacancy.todo.shutBy', { day: dateText(dueOn) }) },
  }
}
