/** Which keys wait for the person signed in: own ones to bring back, late ones, quarrels and incidents. */
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { momentText } from '@/core/text/when'
import { fewOr, type Todo } from '@/core/todo'
import { readBoard, type Board } from '@/domains/keys/board'
import { isLate } from '@/domains/keys/chase'
import { disputedOf } from '@/domains/keys/machine'
import { outOf } from '@/domains/keys/outNow'
import { borrowerWords, faceMark, loanMark } from '@/domains/keys/say'
import type { KeyCase, KeyLoan } from '@/domains/keys/types'

type Out = { one: KeyCase; loan: KeyLoan }

/** Answer what waits, at whatever moment is asked. */
export async function readTodos(): Promise<(now: Date) => Todo[]> {
  const board = await readBoard()
  return (now) => (board ? todosOf(board, now) : [])
}

/** Answer what waits for the person whose board it is. */
export function todosOf({ cases, who }: Pick<Board, 'cases' | 'who'>, now: Date): Todo[] {
  const out = outOf(cases)
  const mine = out.filter(({ loan }) => loan.borrower.personId === who.id)
  const late = out.filter(({ loan }) => isLate(loan, now) && loan.borrower.personId !== who.id)
  return [
    ...fewOr(
      mine,
      (one) => ownTodo(one, now),
      ({ loan }, n) => allOwn(loan, n, now),
    ),
    ...fewOr(
      who.keeps ? late : [],
      (one) => lateTodo(one, now),
      ({ loan }, n) => allLate(loan, n, now),
    ),
    ...(who.oversees ? troubles(cases) : []),
  ]
}

function ownTodo({ one, loan }: Out, now: Date): Todo {
  const words = { place: one.set.placeName, time: momentText(loan.dueAt) }
  return {
    ...about(one),
    title: t('keys.todo.return', { keyNo: one.set.keyNo }),
    note: t('keys.todo.by', words),
    mark: loanMark(loan, now),
    due: loan.dueAt,
  }
}

function lateTodo({ one, loan }: Out, now: Date): Todo {
  return {
    ...about(one),
    title: t('keys.todo.late', { keyNo: one.set.keyNo }),
    note: dotted(borrowerWords(loan.borrower), one.set.placeName),
    mark: loanMark(loan, now),
    due: loan.dueAt,
  }
}

/** Many are told in one line; the loan that is due first stands for all. */
const together = (loan: KeyLoan, now: Date) =>
  ({ icon: 'key', path: '/keys/loans', mark: loanMark(loan, now), due: loan.dueAt }) as const

function allOwn(loan: KeyLoan, n: number, now: Date): Todo {
  const note = t('keys.todo.firstBy', { time: momentText(loan.dueAt) })
  return { ...together(loan, now), id: 'keys/own', title: t('keys.todo.returnAll', { n }), note }
}

function allLate(loan: KeyLoan, n: number, now: Date): Todo {
  const note = t('keys.todo.longest', { who: borrowerWords(loan.borrower) })
  return { ...together(loan, now), id: 'keys/late', title: t('keys.todo.lateAll', { n }), note }
}

function troubles(cases: readonly KeyCase[]): Todo[] {
  const quarrels = cases.filter((one) => disputedOf(one).length > 0)
  const incidents = cases.filter((one) => one.set.state === 'incident' && !quarrels.includes(one))
  return [...troubled('disputed', quarrels), ...troubled('incident', incidents)]
}

function troubled(face: 'disputed' | 'incident', cases: readonly KeyCase[]): Todo[] {
  const mark = faceMark(face)
  return fewOr(
    cases,
    (one): Todo => ({
      ...about(one),
      title: t(`keys.todo.${face}`, { keyNo: one.set.keyNo }),
      ...{ note: one.set.placeName, mark, due: null },
    }),
    (_, n): Todo => ({
      ...{ id: `keys/${face}`, icon: 'key', path: '/keys', note: '', mark, due: null },
      title: t(`keys.todo.${face}All`, { n }),
    }),
  )
}

const about = ({ set }: KeyCase) =>
  ({ id: `keys/${set.id}`, icon: 'key', path: `/keys/${set.id}` }) as const
