import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/renovation_prices.json'

import { depositOf, dueLines, dueNow, priceAt, priceOn, sumOf } from '@/domains/renovation/money'
import { site } from '@/domains/renovation/testing/make'

const first = {
  valid_from: '2000-01-01',
  ...{ deposit: 200_000, management_fee: 30_000, permit_cost: 1000, pass_cost: 1000 },
  rubbish_fee: 2000,
}
const cost = {
  ...{ line: 'pass_cost' as const, direction: 'in' as const, quantity: 2, amount: 2000 },
  ...{ receiptNo: 'S1', paidAt: '', payer: '', byName: '' },
}
const dearer = { ...first, valid_from: '2026-12-01', deposit: 300_000 }

describe('what is due', () => {
  it('is by the price list in force on that day', () => {
    expect(priceOn([dearer, first], '2026-11-30')).toBe(first)
    expect(priceOn([first, dearer], '2026-12-01')).toBe(dearer)
    expect(priceOn([], '2026-11-30')).toBeUndefined()
    const dearest = { ...first, valid_from: '2027-01-01' }
    expect(priceOn([dearest, first, dearer], '2026-12-31')).toBe(dearer)
    expect(priceOn([dearest, dearer], '2026-11-30')).toBe(dearer)
  })

  it.each(examples)('$name', ({ lists, paidAt, zone, expect: expected }) => {
    expect(priceAt(lists, new Date(paidAt), zone)).toMatchObject(expected)
  })

  it('is each line once, and a pass for each worker', () => {
    const lines = dueLines(first, 3)
    expect(lines.find(({ line }) => line === 'pass_cost')).toMatchObject({
      ...{ quantity: 3, amount: 3000 },
    })
    expect(sumOf(lines)).toBe(236_000)
  })

  it('is later only the pass of who came since', () => {
    const paid = [{ ...cost, quantity: 1 }]
    expect(dueNow(site({ paid }), first)).toEqual([
      { line: 'pass_cost', quantity: 1, amount: 1000 },
    ])
    const deposit = { ...cost, line: 'deposit' as const, quantity: 1, amount: 200_000 }
    expect(dueNow(site({ paid: [deposit] }), first)).toEqual([
      { line: 'pass_cost', quantity: 2, amount: 2000 },
    ])
    expect(dueNow(site({ state: 'approved' }), first)).toHaveLength(5)
  })

  it('is of the deposit what came in less what went out', () => {
    const paid = (line: 'deposit' | 'pass_cost', direction: 'in' | 'out', amount: number) => ({
      ...{ line, direction, amount },
    })
    const all = [
      paid('deposit', 'in', 200_000),
      paid('pass_cost', 'in', 9),
      paid('deposit', 'out', 50),
    ]
    expect(depositOf(all)).toBe(199_950)
  })
})
