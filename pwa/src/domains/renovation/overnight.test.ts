import { expect, it } from 'vitest'

import { tooManyOn } from '@/domains/renovation/overnight'
import { stay } from '@/domains/renovation/testing/make'

const asked = (persons: number, fromOn = '2026-11-23', untilOn = '2026-11-25') => ({
  ...{ persons: Array.from({ length: persons }), fromOn, untilOn },
})

it('keeps a third person out (REN-R16, acceptance 7)', () => {
  expect(tooManyOn(asked(2), [], 2)).toBeNull()
  expect(tooManyOn(asked(3), [], 2)).toBe('2026-11-23')
})

it('counts together who stays on the same night, also who still waits for the word', () => {
  const others = [stay(1, '2026-11-24', '2026-11-24', { state: 'requested' })]
  expect(tooManyOn(asked(1), others, 2)).toBeNull()
  expect(tooManyOn(asked(2), others, 2)).toBe('2026-11-24')
  expect(tooManyOn(asked(2, '2026-11-25'), others, 2)).toBeNull()
})

it('does not count a stay that was refused, nor another kind of request', () => {
  const refused = stay(2, '2026-11-24', '2026-11-24', { state: 'refused' })
  expect(tooManyOn(asked(2), [refused], 2)).toBeNull()
  expect(tooManyOn(asked(2), [{ ...refused, state: 'approved', kind: 'tools' }], 2)).toBeNull()
})

it('looks at each night of a stay, up to four hundred', () => {
  const others = [stay(1, '2026-12-31', '2026-12-31')]
  expect(tooManyOn(asked(2, '2026-01-01', '2027-12-31'), others, 2)).toBe('2026-12-31')
  expect(tooManyOn(asked(2, '2020-01-01', '2027-12-31'), others, 2)).toBeNull()
})
