/** The one store of this page, and queries that follow it. */
import { liveQuery } from 'dexie'
import { onScopeDispose, shallowRef, type Ref } from 'vue'

import type { Store } from '@/core/store/store'

let kept: Store | undefined

/** Say which store this page uses; the shell does it once, a test for itself. */
export function provideStore(store: Store): void {
  kept = store
}

/** Answer the page's store. */
export function useStore(): Store {
  if (!kept) throw new Error('no store was provided')
  return kept
}

/**
 * Answer what `query` reads, and read again when a table it touched changes, in whatever tab.
 *
 * Until the first answer it is `initial`. A query that fails keeps the last answer.
 */
export function useLive<T>(query: () => Promise<T>, initial: T): Ref<T> {
  const answer = shallowRef(initial) as Ref<T>
  const watching = liveQuery(query).subscribe({
    next: (value) => (answer.value = value),
    error: () => undefined,
  })
  onScopeDispose(() => watching.unsubscribe(), true)
  return answer
}
