import { expect, it } from 'vitest'

import { daysOf, valueOf } from '@/domains/keys/registers'

const line = { id: '1', keySetId: 's', serial: null, keyNo: 'K-1', placeName: '801' }

it('reads a register by whole months', () => {
  expect(daysOf('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(daysOf('2028-02').to).toBe('2028-02-29')
  expect(daysOf('2026-12').to).toBe('2026-12-31')
})

it('finds what stands in a column, and nothing where nothing does', () => {
  expect(valueOf({ ...line, handedOver: { at: '2026-11-23T02:00:00Z' } }, 'handedOverAt')).toBe(
    '2026-11-23T02:00:00Z',
  )
  expect(valueOf({ ...line, handedOver: null }, 'handedOverAt')).toBe('')
  expect([valueOf(line, 'serial'), valueOf({ ...line, cost: 0 }, 'cost')]).toEqual(['', 0])
})
