import { expect, it } from 'vitest'

import { momentOf, pricesThen, timeLack, wallOf, type Times } from '@/domains/renovation/paying'

const usual = {
  valid_from: '2000-01-01',
  ...{ deposit: 200_000, management_fee: 30_000, permit_cost: 1000, pass_cost: 1000 },
  rubbish_fee: 2000,
}
const dearer = { ...usual, valid_from: '2026-12-01', deposit: 300_000, rubbish_fee: 2500 }
const zone = 'Asia/Shanghai'
const today = { now: new Date('2026-12-03T02:00:00Z'), day: '2026-12-03', zone }
const all = (wall: string): Times => ({
  ...{ deposit: wall, management_fee: wall, permit_cost: wall, pass_cost: wall },
  rubbish_fee: wall,
})

it('costs what it cost when it was paid, line by line, however late it is entered', () => {
  const times = { ...all('2026-11-30T23:59'), rubbish_fee: '2026-12-01T00:00' }
  expect(pricesThen([dearer, usual], times, today)).toMatchObject({
    ...{ deposit: 200_000, rubbish_fee: 2500 },
  })
  expect(pricesThen([dearer, usual], all(''), today)).toMatchObject({ deposit: 300_000 })
  expect(pricesThen([], times, today)).toBeUndefined()
})

it("reads and shows moments by the estate's clocks, wherever the phone is", () => {
  expect(momentOf('2026-12-01T00:00', zone)?.toISOString()).toBe('2026-11-30T16:00:00.000Z')
  expect(wallOf(new Date('2026-11-30T16:00:00Z'), zone)).toBe('2026-12-01T00:00')
  expect(momentOf('', zone)).toBeNull()
})

it('knows no receipt without a time, and none of a day that has not come', () => {
  expect(timeLack('', today)).toBe('paidAt')
  expect(timeLack('2026-12-04T00:00', today)).toBe('paidInFuture')
  expect(timeLack('2026-12-03T23:59', today)).toBeNull()
})
