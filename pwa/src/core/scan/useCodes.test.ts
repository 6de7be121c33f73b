import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import type { ScannedCode } from '@/core/scan/types'
import { useCodes } from '@/core/scan/useCodes'

const CODE = '4K7Q2M9XTB3K'

async function pageAt(path: string, isReady: boolean) {
  const ready = ref(isReady)
  const judged: ScannedCode[] = []
  let take: (scanned: ScannedCode) => void = () => undefined
  const page = {
    setup: () => void (take = useCodes(ready, (scanned) => judged.push(scanned))),
    render: () => null,
  }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/scan', component: page }],
  })
  await router.push(path)
  mount(page, { global: { plugins: [router] } })
  return { ready, judged, take: (method: ScannedCode['method']) => take({ code: CODE, method }) }
}

describe('a code that a page takes', () => {
  it('is judged at once by a page that can', async () => {
    const { judged, take } = await pageAt('/scan', true)

    take('camera')

    expect(judged).toEqual([{ code: CODE, method: 'camera' }])
  })

  it('waits for a page that cannot yet, and is judged once', async () => {
    const { ready, judged, take } = await pageAt('/scan', false)

    take('scanner')
    expect(judged).toEqual([])
    ready.value = true
    await nextTick()
    ready.value = false
    await nextTick()
    ready.value = true
    await nextTick()

    expect(judged).toEqual([{ code: CODE, method: 'scanner' }])
  })

  it('comes along in the address when it was scanned elsewhere', async () => {
    const { judged } = await pageAt(`/scan?code=${CODE}`, true)

    expect(judged).toEqual([{ code: CODE, method: 'link' }])
  })

  it('is no code when the address says something else', async () => {
    const { judged } = await pageAt('/scan?code=ABC', true)

    expect(judged).toEqual([])
  })
})
