/** The mark that says how many findings wait for this person. It comes once the first page stands there. */
import type { Component, Ref } from 'vue'

import { useLater } from '@/core/later'
import { loadTodoCount } from '@/domains/findings'
import { shown } from '@/shell/firstPage'

/** Answer the mark; undefined until it has come. */
export function useTodo(): Ref<Component | undefined> {
  return useLater(async () => {
    await shown()
    return loadTodoCount()
  })
}
