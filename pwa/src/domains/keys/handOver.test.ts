import { describe, expect, it } from 'vitest'

import { collectorsOf, isNamed, PROOFS } from '@/domains/keys/handOver'
import { keySet } from '@/domains/keys/testing/make'
import type { KeyMandate } from '@/domains/keys/types'

const mandate = { collectionRequirements: '本人或妻子 王 小美，凭身份证' } as KeyMandate

describe('who collects keys', () => {
  it('is the owner, the developer for what is held for it, or who is named in a mandate', () => {
    expect(collectorsOf(keySet())).toEqual(['owner', 'developer'])
    expect(collectorsOf(keySet({ custodyKind: 'repair_retained' }))).toEqual(['owner'])
    expect(collectorsOf(keySet({ custodyKind: 'owner_entrusted', mandate }))).toEqual([
      ...['owner', 'named'],
    ])
  })

  it('is named however the name is spaced, never by a single character', () => {
    expect(isNamed('王小美', mandate)).toBe(true)
    expect(isNamed('李四', mandate)).toBe(false)
    expect(isNamed('王', mandate)).toBe(false)
    expect(isNamed('王　小 美', mandate)).toBe(true)
    const latin = { collectionRequirements: 'Mr. SMITH' } as KeyMandate
    expect(isNamed('smith', latin)).toBe(true)
    expect(isNamed('Ｓｍｉｔｈ', latin)).toBe(true)
    expect(isNamed('王小美', null)).toBe(false)
  })

  it('always shows a proof of their own kind (KEY-I6, acceptance 5)', () => {
    expect(PROOFS).toEqual({
      owner: ['owner_card', 'valid_id'],
      named: ['own_id'],
      developer: ['written_request'],
    })
  })
})
