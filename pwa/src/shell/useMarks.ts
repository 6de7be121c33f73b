/** The marks on tabs and rail that say how much waits for this person. They come once the first page stands there. */
import { reactive, type Component } from 'vue'

import { useLater } from '@/core/later'
import { loadTodoCount } from '@/domains/findings'
import { loadNewCount } from '@/ground/notices'
import { shown } from '@/shell/firstPage'

/** Answer the marks by the tab they stand on; undefined until they have come. */
export function useMarks(): Partial<Record<string, Component | undefined>> {
  return reactive({ findings: useAfter(loadTodoCount), me: useAfter(loadNewCount) })
}

function useAfter(load: () => Promise<{ default: Component }>) {
  return useLater(async () => {
    await shown()
    return load()
  })
}
