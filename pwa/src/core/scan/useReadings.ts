/** What becomes of a text that was read: a label of ours, or a refusal that is shown and felt. */
import { useTimeoutFn } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'

import { parseCode } from '@/core/code'
import type { Said } from '@/core/scan/ScanAim.vue'
import { signal } from '@/core/scan/signals'
import type { ScannedCode, ScanMethod } from '@/core/scan/types'
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'

export type ScanRefusal = 'scan.not_ours' | 'scan.mistyped' | 'scan.no_code' | 'scan.no_tags'

/** If the page does not move on after a code, scanning does. */
const REST_MS = 2000
const REFUSED_MS = 4000

interface Told {
  code(scanned: ScannedCode): void
  refusal(code: ScanRefusal): void
  /** Answer what the place of a code is called, where it is known. */
  placeOf(code: string): string | undefined
}

/** Answer what to say (`said`), whether a code was just found, and what takes a text or a code. */
export function useReadings(tell: Told) {
  const found = shallowRef<ScannedCode>()
  const refused = ref<ScanRefusal>()
  const rest = useTimeoutFn(() => (found.value = undefined), REST_MS, { immediate: false })
  const forget = useTimeoutFn(() => (refused.value = undefined), REFUSED_MS, { immediate: false })

  function accept(scanned: ScannedCode): void {
    signal('read')
    refused.value = undefined
    found.value = scanned
    rest.start()
    tell.code(scanned)
  }

  function read(text: string, method: ScanMethod): void {
    const parsed = parseCode(text)
    if (parsed.ok) return accept({ code: parsed.code, method })
    refuse(`scan.${parsed.why}`)
  }

  function refuse(why: ScanRefusal): void {
    refused.value = why
    signal('refused')
    forget.start()
    tell.refusal(why)
  }

  const said = computed<Said | null>(() => {
    if (found.value) return { tone: 'found', words: foundWords(tell.placeOf(found.value.code)) }
    return refused.value ? { tone: 'refused', words: refusal(refused.value) } : null
  })

  return { said, found: computed(() => found.value !== undefined), accept, read, refuse }
}

function foundWords(place: string | undefined): string {
  return place ? t('scan.foundNamed', { place }) : t('scan.found')
}
