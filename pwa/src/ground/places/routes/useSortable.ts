/** Lets the rows of a list be dragged by their handles. The list itself stays Vue's: only the move is told. */
import Sortable from 'sortablejs'
import { onBeforeUnmount, onMounted, type Ref } from 'vue'

const SETTLE_MS = 120

/** Tell `move` from where to where a row of `list` was dragged by its `handle`. */
export function useSortable(
  list: Readonly<Ref<HTMLElement | null>>,
  handle: string,
  move: (from: number, to: number) => void,
): void {
  let sortable: Sortable | undefined
  onMounted(() => {
    if (!list.value) return
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    sortable = Sortable.create(list.value, {
      handle,
      animation: still ? 0 : SETTLE_MS,
      // The browser's own dragging differs from one to the next and scrolls badly.
      forceFallback: true,
      ghostClass: 'is-dragged',
      onEnd: (event) => {
        const { oldIndex: from, newIndex: to, item, from: parent } = event
        if (from === undefined || to === undefined || from === to) return
        // Put the row back where Vue left it; Vue moves it when the order changes.
        parent.insertBefore(item, parent.children[from < to ? from : from + 1] ?? null)
        move(from, to)
      },
    })
  })
  onBeforeUnmount(() => sortable?.destroy())
}
