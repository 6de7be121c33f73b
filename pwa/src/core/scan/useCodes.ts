/** Codes of labels as a page takes them: one read before it can judge is not lost, nobody scans twice. */
import { watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'

import { parseCode } from '@/core/code'
import type { ScannedCode } from '@/core/scan/types'

/**
 * Answer what takes a code: `judge` is told at once, or as soon as the page is `ready`.
 *
 * A label scanned elsewhere in the app comes along in the address (`?code=`).
 */
export function useCodes(
  ready: Readonly<Ref<boolean>>,
  judge: (scanned: ScannedCode) => void,
): (scanned: ScannedCode) => void {
  const along = parseCode(String(useRoute().query.code ?? ''))
  let early: ScannedCode | null = along.ok ? { code: along.code, method: 'link' } : null

  function take(scanned: ScannedCode): void {
    early = ready.value ? null : scanned
    if (ready.value) judge(scanned)
  }
  watch(ready, () => early && take(early), { immediate: true })
  return take
}
