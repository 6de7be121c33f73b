import { expect, it } from 'vitest'

import { officesOf } from '@/domains/vacancy/offices'

it('each opens the papers that are theirs: the company plans, the cashier what is due', () => {
  expect(officesOf('gm')).toEqual(['plans'])
  expect(officesOf('finance')).toEqual(['fees'])
  expect(officesOf('steward')).not.toContain('tables')
  expect(officesOf('manager')).toContain('tables')
  expect(officesOf('guard')).toEqual([])
})
