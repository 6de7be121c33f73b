import { describe, expect, it } from 'vitest'

import { headIn } from './paste'

const HASH = 'ab'.repeat(32)

describe('A head in a message', () => {
  it.each([
    `2026-11-23登记簿到第1203条，校验码 ${HASH}。请保留这条消息，日后点这里核对`,
    `2026-11-23登記簿到第1203條，校驗碼 ${HASH.toUpperCase()}。`,
    `On 2026-11-23 the logbook ended with entry 1203, hash ${HASH}. Keep this message`,
  ])('is found with its entry: %s', (message) => {
    expect(headIn(message)).toEqual({ hash: HASH, entry: 1203 })
  })

  it('is found in the hash alone', () => {
    expect(headIn(` ${HASH}\n`)).toEqual({ hash: HASH, entry: null })
  })

  it.each(['', '登记簿到第1203条', HASH.slice(1), `${HASH}0`])('is none in %j', (message) => {
    expect(headIn(message)).toBeNull()
  })
})
