import { describe, expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/vacancy.care.json'

import {
  careApplies,
  careLack,
  NOTED_TASKS,
  withOwnCare,
  type CareBody,
  type CareForm,
} from '@/domains/vacancy/care'
import { vacantUnit } from '@/domains/vacancy/testing/make'
import type { Card, VacantUnit } from '@/domains/vacancy/types'

const card = (more: Partial<Card>) => ({ card: more as VacantUnit['card'] })
const plain = card({ finish: 'bare', westRooms: [], appliances: [] })
const tasks = (unit: Pick<VacantUnit, 'card'>, cold = false) =>
  NOTED_TASKS.filter((task) => careApplies(task, unit, cold)).join(' ')
const form = (more: Partial<CareForm>): CareForm => ({
  ...{ task: 'SE-07', step: 'done', unitIds: ['u-801'], powerOff: false },
  ...{ cost: null, hasCost: false },
  ...more,
})

describe('a care task', () => {
  it('is for the units it says: by finish, west rooms, appliances and region', () => {
    expect(tasks(plain)).toBe('SE-01 SE-02 SE-07')
    expect(tasks({ card: null }, true)).toBe('SE-01 SE-02 SE-05 SE-07')
    const fine = card({ finish: 'fine', westRooms: ['主卧'], appliances: [] })
    expect(tasks(fine)).toBe('SE-01 SE-02 SE-03 SE-04 SE-07 SE-08')
    const fitted = card({
      ...{ finish: 'bare', westRooms: ['主卧'] },
      appliances: [{ name: '空调', model: '', manual: false }],
    })
    expect(tasks(fitted)).toBe('SE-01 SE-02 SE-06 SE-07')
  })

  it('is not noted without its units, nor with a cost that is no number', () => {
    expect(careLack(form({ task: '' }))).toBe('task')
    expect(careLack(form({ unitIds: [] }))).toBe('units')
    expect(careLack(form({ hasCost: true }))).toBe('cost')
    expect(careLack(form({ hasCost: true, cost: 0 }))).toBeNull()
  })

  it('VAC-R05 leaves the power off where appliances were run', () => {
    expect(careLack(form({ task: 'SE-06' }))).toBe('powerOff')
    expect(careLack(form({ task: 'SE-06', powerOff: true }))).toBeNull()
    expect(careLack(form({ task: 'SE-08' }))).toBeNull()
  })
})

describe('care noted here', () => {
  const told = (body: Partial<CareBody>) => ({
    body: { ...(example.body as CareBody), unitIds: ['u-801'], ...body },
    ...{ byName: '林晓岚', at: '2026-11-22T17:00:00.000Z' },
  })
  const zone = 'Asia/Shanghai'

  it('shows at its units at once, on the day of the estate', () => {
    const shown = withOwnCare(vacantUnit(), [told({})], zone)
    expect(shown.care['SE-07']).toEqual({ day: '2026-11-23', byName: '林晓岚' })
    expect(withOwnCare(vacantUnit({ id: 'u-1' }), [told({})], zone).care).toEqual({})
  })

  it('cleaning that was told is not done yet; a unit that was dried is dry', () => {
    const cleaning = withOwnCare(vacantUnit(), [told({ step: 'told' })], zone)
    expect(cleaning).toMatchObject({ care: {}, cleaningToldOn: '2026-11-23' })
    const damp = vacantUnit({ dryingSince: '2026-11-02' })
    expect(withOwnCare(damp, [told({})], zone).dryingSince).toBe('2026-11-02')
    expect(withOwnCare(damp, [told({ task: 'SE-02' })], zone).dryingSince).toBeNull()
  })
})
