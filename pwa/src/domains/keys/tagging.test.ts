import { expect, it } from 'vitest'

import { blankTroubleOf, tagsOf, tiedTo } from '@/domains/keys/tagging'
import type { Label } from '@/ground/labels'

const label = (code: string, more: Partial<Label> = {}): Label => ({
  ...{ id: code, estate: 'e-1', code, targetKind: 'key_set', targetId: 's-1', spot: '' },
  ...{ generation: 1, state: 'printed', revokedAt: null, reason: null, ...more },
})
const blank = label('NEW', { targetKind: 'blank', targetId: 'NEW' })
const AT = '2026-11-23T02:00:00Z'

it('takes nothing but a blank tag', () => {
  expect(blankTroubleOf(blank)).toBeNull()
  expect(blankTroubleOf(undefined)).toBe('unknown')
  expect(blankTroubleOf({ ...blank, state: 'revoked' })).toBe('revoked')
  expect(blankTroubleOf(label('OLD'))).toBe('not_blank')
})

it('ties it to a set, and lets go what hung there before', () => {
  const held = [label('OLD'), label('OLDER', { state: 'revoked' }), label('B', { targetId: 's-2' })]
  const [tied, ...gone] = tiedTo(blank, 's-1', held, AT)
  expect(tied).toMatchObject({
    targetKind: 'key_set',
    targetId: 's-1',
    generation: 2,
    state: 'active',
  })
  expect(gone.map(({ code, state, revokedAt }) => [code, state, revokedAt])).toEqual([
    ['OLD', 'revoked', AT],
  ])
  expect(tagsOf('s-1', held)).toHaveLength(2)
})
