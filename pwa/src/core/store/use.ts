/** The one store of this page, and queries that follow it. */
import { liveQuery } from 'dexie'
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

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

/**
 * Answer what `query` reads of whatever `key` names now, followed like `useLive`.
 *
 * While there is no key, or what the new one names is still being read, it is undefined.
 */
export function useLiveOf<K extends string, T>(
  key: Ref<K | null | undefined>,
  query: (key: K) => Promise<T>,
): Ref<T | undefined> {
  const answer = shallowRef<T>()
  watch(
    key,
    (named, _before, onCleanup) => {
      answer.value = undefined
      if (!named) return
      const watching = liveQuery(() => query(named)).subscribe({
        next: (value) => (answer.value = value),
        error: () => undefined,
      })
      onCleanup(() => watching.unsubscribe())
    },
    { immediate: true },
  )
  return answer
}
