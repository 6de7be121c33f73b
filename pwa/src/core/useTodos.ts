/** What waits for the person signed in, of all rooms, kept up to date with the phone's store and the clock. */
import { useIntervalFn } from '@vueuse/core'
import { computed, effectScope, onScopeDispose, shallowReactive, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { todoSources } from '@/core/rooms'
import { useLive } from '@/core/store/use'
import { byDue, type Todo, type TodoSource } from '@/core/todo'

const EVERY_MS = 30_000

/** Answer the lines, most pressing first. A room that cannot be read keeps nobody from seeing the others. */
export function useTodos(): Ref<Todo[]> {
  const now = shallowRef(corrected())
  useIntervalFn(() => (now.value = corrected()), EVERY_MS)
  const scope = effectScope()
  onScopeDispose(() => scope.stop())
  // A query each: what changes in one room is no reason to read the others again.
  const read = shallowReactive<Ref<(now: Date) => Todo[]>[]>([])
  const follow = ({ readTodos }: TodoSource) =>
    scope.run(() => read.push(useLive(readTodos, () => [])))
  for (const load of todoSources()) load().then(follow, () => undefined)
  return computed(() => byDue(read.flatMap((standing) => standing.value(now.value))))
}
