import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { addLaterPages } from '@/shell/laterPages'

const page = { template: 'page' }
const routes = [
  { path: '/keys', component: page },
  { path: '/keys/:id', component: page, meta: { tab: 'keys' } },
]
const lost = { path: '/:rest(.*)*', component: page, meta: { tab: 'lost' } }

function routerOf(load: () => Promise<{ routes: typeof routes }>) {
  const router = createRouter({ history: createMemoryHistory(), routes: [lost] })
  router.onError(() => undefined)
  addLaterPages(router, [{ name: 'keys', later: { under: ['/keys'], load } }])
  return router
}

describe('pages that come later', () => {
  it('are brought by the first address under theirs, once', async () => {
    const load = vi.fn(async () => ({ routes }))
    const router = routerOf(load)

    await router.push('/keys/k-1?from=tag#loans')

    expect(router.currentRoute.value).toMatchObject({
      params: { id: 'k-1' },
      meta: { tab: 'keys' },
    })
    expect(router.currentRoute.value.fullPath).toBe('/keys/k-1?from=tag#loans')
    await router.push('/keys')
    expect(router.currentRoute.value.matched).toHaveLength(1)
    expect(load).toHaveBeenCalledOnce()
  })

  it('leave an address none of them has to the page that says so', async () => {
    const router = routerOf(async () => ({ routes }))

    await router.push('/keys/k-1/none')

    expect(router.currentRoute.value.meta.tab).toBe('lost')
  })

  it('are asked for again where they could not be had', async () => {
    const load = vi.fn(async () => ({ routes })).mockRejectedValueOnce(new Error('offline'))
    const router = routerOf(load)

    await expect(router.push('/keys')).rejects.toThrow('offline')
    await router.push('/keys')

    expect(router.currentRoute.value.path).toBe('/keys')
    expect(router.currentRoute.value.matched[0]?.path).toBe('/keys')
  })
})
