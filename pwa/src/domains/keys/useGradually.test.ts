import { effectScope, ref } from 'vue'
import { expect, it, vi } from 'vitest'

import { useGradually } from '@/domains/keys/useGradually'

const numbers = (many: number) => Array.from({ length: many }, (_, i) => i)

it('shows the first of a long list at once, and all of it some frames later', async () => {
  const all = ref(numbers(5))
  const scope = effectScope()
  const shown = scope.run(() => useGradually(() => all.value, 2))!

  expect(shown.value).toEqual([0, 1])
  await vi.waitFor(() => expect(shown.value).toEqual(numbers(5)))
  all.value = numbers(12)
  await vi.waitFor(() => expect(shown.value).toHaveLength(12))
  all.value = numbers(3)
  expect(shown.value).toHaveLength(3)
  scope.stop()
})
