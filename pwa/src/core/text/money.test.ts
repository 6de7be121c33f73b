import { describe, expect, it } from 'vitest'

import { fenOf, yuan } from '@/core/text/money'

describe('yuan as people write them', () => {
  it('are whole fen, never a fraction of a float', () => {
    expect(fenOf('2000')).toBe(200_000)
    expect(fenOf(' 19.9 ')).toBe(1990)
    expect(fenOf('0.29')).toBe(29)
    expect(yuan(29)).toBe('0.29')
    for (const text of ['', '两千', '1.234', '-5', '1e3']) expect(fenOf(text)).toBeNull()
  })
})
