/** Which renovations wait for the person signed in: sites to see, steps to take, notices past their day. */
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { dateText, dayOf } from '@/core/text/when'
import { fewOr, type Todo } from '@/core/todo'
import { readBoard, type Board, type Case } from '@/domains/renovation/board'
import { seenToday } from '@/domains/renovation/lists'
import { mayDo, mayDoNotice } from '@/domains/renovation/machine'
import type { Act } from '@/domains/renovation/said'
import { noticeMark, stateMark } from '@/domains/renovation/say'
import { isUnvisited, noticeStateOf, stateOf, type Today } from '@/domains/renovation/standing'
import type { Notice, Renovation } from '@/domains/renovation/types'

type Seen = Pick<Board, 'cases' | 'who' | 'today'>

/** Steps by which a case goes on; what else may be done waits for nobody. */
const STEPS: readonly Act[] = [
  ...(['forward', 'approve', 'pay', 'permit', 'accept', 'reinspect'] as const),
  ...(['recheck', 'refund', 'file'] as const),
]
/** Who goes to the sites day by day. */
const WALKERS = ['steward', 'supervisor', 'manager', 'office_manager']

/** Answer what waits, at whatever moment is asked. */
export async function readTodos(): Promise<(now: Date) => Todo[]> {
  const board = await readBoard()
  return (now) => (board ? todosOf(board, now) : [])
}

/** Answer what waits for the person whose board it is. */
export function todosOf({ cases, who, today: read }: Seen, now: Date): Todo[] {
  const today = { ...read, now, day: dayOf(now, read.zone) }
  const walks = WALKERS.includes(who.role)
  return [
    ...(walks ? sites(cases, today) : []),
    ...STEPS.flatMap((act) => steps(act, cases, who, today)),
    ...(walks ? notices(cases, who, today) : []),
  ]
}

function sites(cases: readonly Case[], today: Today): Todo[] {
  const running = cases.filter(({ one }) => one.state === 'in_progress')
  const left = running.filter((one) => !seenToday(one, today))
  const red = left.filter(({ one }) => isUnvisited(one, today))
  if (left.length === 0) return []
  const sum = { done: running.length - left.length, all: running.length }
  return [
    {
      ...{ id: 'renovation/sites', icon: 'tool', path: '/renovation', due: null },
      title: t('renovation.todo.sites'),
      note: t('renovation.todo.seen', sum),
      mark: red.length
        ? { state: 'missed', word: t('renovation.todo.unvisited', { n: red.length }) }
        : {
            state: sum.done ? 'doing' : 'todo',
            word: t('renovation.todo.left', { n: left.length }),
          },
    },
  ]
}

function steps(act: Act, cases: readonly Case[], who: Board['who'], today: Today): Todo[] {
  const waiting = cases.map(({ one }) => one).filter((one) => mayDo(one, who, today).includes(act))
  const told = (one: Renovation) =>
    ({ icon: 'tool', mark: stateMark(one, today), due: dueOf(one, today) }) as const
  const each = (one: Renovation): Todo => ({
    ...told(one),
    ...{ id: `renovation/${one.id}/${act}`, path: `/renovation/${one.id}` },
    title: t(`renovation.todo.${act}`),
    note: one.unitName,
  })
  return fewOr(waiting, each, (first, n) => ({
    ...told(first),
    // The list of its kind stands beside the first one.
    ...{ id: `renovation/${act}`, path: `/renovation/${first.id}` },
    title: t(`renovation.todo.${act}`),
    note: t('renovation.todo.homes', { n }),
  }))
}

function dueOf(one: Renovation, { day }: Today): string | null {
  const state = stateOf(one, day)
  if (state === 'in_review') return one.reviewDue
  return state === 'recheck_due' ? one.recheckOn : null
}

/** Past their day, or reported as put right: somebody goes and looks. */
function notices(cases: readonly Case[], who: Board['who'], today: Today): Todo[] {
  const open = cases.flatMap(({ one }) =>
    one.notices
      .filter((notice) => isLookedAt(notice, who, today))
      .map((notice) => ({ one, notice })),
  )
  const told = ({ notice }: { notice: Notice }) =>
    ({ icon: 'tool', mark: noticeMark(notice, today), due: notice.dueOn }) as const
  return fewOr(
    open,
    ({ one, notice }): Todo => ({
      ...told({ notice }),
      ...{ id: `renovation/${notice.noticeId}`, path: `/renovation/${one.id}` },
      title: notice.description,
      note: dotted(one.unitName, t('renovation.todo.by', { day: dateText(notice.dueOn) })),
    }),
    (first, n) => ({
      ...told(first),
      ...{ id: 'renovation/notices', path: '/renovation/notices' },
      title: t('renovation.todo.notices', { n }),
      note: first.one.unitName,
    }),
  )
}

function isLookedAt(notice: Notice, who: Board['who'], today: Today): boolean {
  const state = noticeStateOf(notice, today.day)
  const presses = state === 'overdue' || state === 'reported_fixed' || state === 'escalated'
  return presses && mayDoNotice(notice, who, today).length > 0
}
