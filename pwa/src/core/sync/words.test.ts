import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'

import { useSyncWords } from '@/core/sync/words'
import { showLanguage } from '@/core/text'
import { freshPhone } from '@/core/testing/phone'

describe('the words about the sync', () => {
  it('say that all has been sent only once the outbox was read', async () => {
    await showLanguage('zh-Hans')
    freshPhone()
    const words = effectScope().run(useSyncWords)!

    expect(words.value.line).toBe('')
    await expect.poll(() => words.value.line).toBe('已全部上传')
  })
})
