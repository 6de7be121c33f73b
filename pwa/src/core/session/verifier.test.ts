import { beforeAll, describe, expect, it, vi } from 'vitest'

import { makeVerifier, matches, turnsFor } from '@/core/session/verifier'

beforeAll(() => vi.stubGlobal('isSecureContext', true))

describe('the verifier of a password', () => {
  it('knows its password and no other', async () => {
    const made = await makeVerifier('望江苑的清晨六点')

    expect(made && (await matches('望江苑的清晨六点', made))).toBe(true)
    expect(made && (await matches('望江苑的清晨六點', made))).toBe(false)
  })

  it('is another one each time, so that two alike passwords do not show', async () => {
    const [one, two] = [await makeVerifier('secret'), await makeVerifier('secret')]

    expect(one?.hash).not.toBe(two?.hash)
  })

  it('is not made where the page has no WebCrypto', async () => {
    vi.stubGlobal('isSecureContext', false)

    expect(await makeVerifier('secret')).toBeUndefined()
  })

  it('is as slow as the phone bears, and never quick', () => {
    expect(turnsFor(10)).toBe(500_000)
    expect(turnsFor(0)).toBe(1_500_000)
    expect(turnsFor(5_000)).toBe(100_000)
  })
})
