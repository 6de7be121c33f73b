/** The round that a supervisor still owes the day (`patrol.md` 8). */
import { useSession } from '@/core/session/session'
import { t } from '@/core/text'
import type { Todo } from '@/core/todo'
import { readDay, readRounds, type Rounds } from '@/domains/patrols/supervision/rounds'

/** Answer what waits, at whatever moment is asked. */
export async function readTodos(): Promise<() => Todo[]> {
  const owes = useSession().estate.value?.role === 'supervisor'
  const day = owes ? await readDay() : null
  const rounds = day && (await readRounds(day))
  return () => (rounds ? todosOf(rounds) : [])
}

/** Answer a line until as many rounds are ended as the estate asks for. */
export function todosOf({ pages, round, ended, asked }: Rounds): Todo[] {
  if (ended >= asked) return []
  const begun = pages.some(({ id }) => id === round.recordId)
  return [
    {
      ...{ id: 'patrols/supervision', icon: 'search', path: '/supervision' },
      title: t('patrols.supervision.title'),
      note: t('patrols.supervision.waiting', { n: ended, of: asked }),
      mark: {
        state: begun ? 'doing' : 'todo',
        word: t(`patrols.supervision.${begun ? 'begun' : 'notBegun'}`),
      },
      due: round.day,
    },
  ]
}
