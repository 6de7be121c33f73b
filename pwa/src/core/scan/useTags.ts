/** Tags read while the page is open: at once where the person gave leave before, else after a touch. */
import { onScopeDispose, ref } from 'vue'

import { mayReadTags, readsTags, readTags } from '@/core/scan/nfc'

/** off: this browser cannot; ready: it can, when touched; on: a tag may be held to the phone; denied: not allowed. */
export type Tags = 'off' | 'ready' | 'on' | 'denied'

/** Call `onText` with the address on each tag; answers what can be done now, and what begins to listen. */
export function useTags(onText: (text: string) => void) {
  const tags = ref<Tags>(readsTags() ? 'ready' : 'off')
  const ending = new AbortController()

  async function listen(): Promise<void> {
    try {
      await readTags(onText, ending.signal)
      tags.value = 'on'
    } catch {
      tags.value = 'denied'
    }
  }

  if (tags.value === 'ready') void mayReadTags().then((may) => void (may && listen()))
  onScopeDispose(() => ending.abort())

  return { tags, listen }
}
