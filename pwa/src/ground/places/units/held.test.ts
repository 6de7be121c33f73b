import { beforeEach, describe, expect, it } from 'vitest'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { places } from '@/ground/places'
import { buildingTable, emptyUnitTable, stairwellTable } from '@/ground/places/table'
import { fits, heldUnits } from '@/ground/places/units/held'
import type { HeldUnit } from '@/ground/places/units/types'

const unit = (number: string, building = '3 栋', stairwell = '2 单元'): HeldUnit => ({
  ...{ id: number, buildingId: 'b-3', building, stairwell, number, status: null },
})

describe('what is typed', () => {
  it('fits a number or a part of it, the unit in short, and its name in full', () => {
    const one = unit('1501')
    for (const typed of ['1501', '50', '3-2-1501', '３－２－1501', '3栋2单元15', '3 栋 2'])
      expect([typed, fits(one, typed)]).toEqual([typed, true])
    for (const typed of ['', '1502', '3-1-1501', '3-2-150', '2单元'])
      expect([typed, fits(one, typed)]).toEqual([typed, false])
    expect(fits(unit('15A'), '3-2-15a')).toBe(true)
  })

  it('means 3 栋 by 3, neither 13 栋 nor 30 栋', () => {
    const short = (building: string) => fits(unit('101', building), '3-2-101')
    expect(['3 栋', '3号楼', '13 栋', '30 栋'].map(short)).toEqual([true, true, false, false])
  })
})

describe('without a network', () => {
  beforeEach(async () => {
    serve()
    const store = freshPhone([places])
    await signInAs('anna')
    const [estate, order] = ['e-1', 1]
    await store.rows(buildingTable).bulkPut([
      { id: 'b-3', estate, name: '3 栋', order },
      { id: 'b-9', estate: 'e-2', name: '9 栋', order },
    ])
    await store.rows(stairwellTable).bulkPut([
      { id: 's-32', estate, buildingId: 'b-3', name: '2 单元', order },
      { id: 's-91', estate: 'e-2', buildingId: 'b-9', name: '1 单元', order },
    ])
    await store.rows(emptyUnitTable).bulkPut([
      { id: 'u-1002', estate, stairwellId: 's-32', floor: 10, number: '1002' },
      { id: 'u-102', estate, stairwellId: 's-32', floor: 1, number: '102' },
      { id: 'u-far', estate: 'e-2', stairwellId: 's-91', floor: 1, number: '102' },
      { id: 'u-lost', estate, stairwellId: 's-gone', floor: 1, number: '102' },
    ])
  })

  it('finds the units of the estate that the phone holds, as they stand', async () => {
    const found = await heldUnits('e-1', '02')

    expect(found.map(({ number }) => number)).toEqual(['102', '1002'])
    expect(found[0]).toEqual({ ...unit('102'), id: 'u-102' })
    expect(await heldUnits('e-1', '777')).toEqual([])
  })
})
