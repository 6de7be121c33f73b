import { expect, it } from 'vitest'

import { ledgerOf, type DepositRow } from './deposits'

function row(direction: DepositRow['direction'], amount: number): DepositRow {
  return {
    ...{ line: 'deposit', direction, quantity: 1, amount, receiptNo: 'SJ-1', byName: '钱慧' },
    ...{ paidAt: '2026-11-23T02:00:00Z', payer: '匠心装饰', unitName: '3 栋 1501' },
    ...{ renovationId: 'c-1', serial: 'ZX-2026-000001' },
  }
}

it('goes on from what was held before, in and out, to the fen', () => {
  const rows = [row('in', 200_000), row('out', 149_999), row('kept', 50_001), row('in', 1)]

  const lines = ledgerOf({ rows, before: 400_000 })

  expect(lines.map(({ held }) => held)).toEqual([600_000, 450_001, 400_000, 400_001])
})
