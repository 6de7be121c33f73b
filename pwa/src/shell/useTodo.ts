/** The mark that says how many findings wait for this person. It comes once the first page stands there. */
import { shallowRef, type Component, type Ref } from 'vue'

import { loadTodoCount } from '@/domains/findings'
import { shown } from '@/shell/firstPage'

/** Answer the mark; undefined until it has come. */
export function useTodo(): Ref<Component | undefined> {
  const mark = shallowRef<Component>()
  const load = async (): Promise<void> => {
    await shown()
    mark.value = (await loadTodoCount()).default
  }
  // A start without a network may lack it once: then there is no number.
  load().catch(() => undefined)
  return mark
}
