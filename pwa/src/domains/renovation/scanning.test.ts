import { describe, expect, it } from 'vitest'

import { readingOf } from '@/domains/renovation/scanning'
import { pass, site, TODAY } from '@/domains/renovation/testing/make'
import type { Label } from '@/ground/labels'

const label = (code: string, targetKind: string, targetId: string, more: Partial<Label> = {}) => ({
  ...{ id: code, estate: 'e-1', code, targetKind, targetId, spot: '', generation: 1 },
  ...{ state: 'active' as const, revokedAt: null, reason: null },
  ...more,
})
const held = { one: site(), visits: [], waits: false, refused: [], draft: undefined }
const labels = [
  label('PASS', 'worker_pass', 'p-1'),
  label('GONE', 'worker_pass', 'p-9'),
  label('PERMIT', 'renovation_permit', 'c-1'),
  label('UNIT', 'unit', 'u-1'),
  label('OLD', 'renovation_permit', 'c-1', { state: 'revoked' }),
  label('PLACE', 'place', 'x'),
]
const board = {
  ...{ cases: [held], byId: new Map([['c-1', held]]), today: TODAY },
  labels: new Map(labels.map((one) => [one.code, one])),
}

describe('a code under the scanner', () => {
  it('is a pass, a permit, or the tag of a unit that is renovated', () => {
    expect(readingOf('PASS', board, null)).toEqual({ verdict: 'valid', held, pass: pass('p-1') })
    expect(readingOf('PERMIT', board, 'u-1')).toEqual({ verdict: 'valid', held, pass: null })
    expect(readingOf('UNIT', board, null).held).toBe(held)
  })

  it('is judged by the unit in front of which one stands', () => {
    expect(readingOf('PASS', board, 'u-2').verdict).toBe('not_this_unit')
  })

  it('is worth nothing when its label was let go', () => {
    expect(readingOf('OLD', board, null).verdict).toBe('revoked')
  })

  it('is unknown where the phone knows nothing of it', () => {
    for (const code of ['NONE', 'GONE', 'PLACE'])
      expect(readingOf(code, board, null)).toMatchObject({ verdict: 'unknown', held: null })
  })
})
