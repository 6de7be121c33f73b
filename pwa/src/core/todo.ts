/** What waits for a person in any room: lines on 今日 and on the desk, so that nobody looks through room by room. */
import type { IconName } from '@/core/ui/icons'
import type { State } from '@/core/ui/states'

export interface Todo {
  /** The same as long as it is the same matter. */
  id: string
  icon: IconName
  title: string
  note: string
  path: string
  mark: { state: State; word: string }
  /** When it must be done, or should have been; null where nothing presses. */
  due: string | null
}

/** What a room gives besides its pages, loaded once the first page stands. */
export interface TodoSource {
  /** Read the phone's store; answer how that stands for the person signed in, at whatever moment is asked. */
  readTodos: () => Promise<(now: Date) => Todo[]>
}

/** More of one kind are told in one line. */
const FEW = 3

/** Answer a line for each of a few, one line for all of many: `all` gets the first, which stands for the others. */
export function fewOr<T>(
  list: readonly T[],
  each: (one: T) => Todo,
  all: (first: T, n: number) => Todo,
): Todo[] {
  const [first] = list
  return first && list.length > FEW ? [all(first, list.length)] : list.map(each)
}

/** Answer them in the order in which they press: what is longest overdue first, what has no limit last. */
export function byDue(todos: readonly Todo[]): Todo[] {
  const limit = ({ due }: Todo) => due ?? '~'
  return [...todos].sort((a, b) => (limit(a) < limit(b) ? -1 : limit(a) > limit(b) ? 1 : 0))
}
