/** A scanner that types, heard while the page is open. */
import { useEventListener } from '@vueuse/core'

import { wedgeReader } from '@/core/scan/wedge'

/** Call `onText` with what a keyboard scanner typed. Who types into a field is left alone. */
export function useWedge(onText: (text: string) => void): void {
  const read = wedgeReader()
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return
    const text = read(event.key, event.timeStamp)
    if (text === null) return
    event.preventDefault() // its Enter must not press the button that has the focus
    onText(text)
  })
}
