import { describe, expect, it } from 'vitest'

import {
  atWork,
  fileTrouble,
  inNeed,
  share,
  standing,
  stillMissing,
  worthKeeping,
} from '@/ground/register/rules'
import { column, report, sheet, upload } from '@/ground/register/testing/make'

describe('a file', () => {
  it('goes when it is a workbook or a CSV, however its name is written', () => {
    expect(fileTrouble({ name: '望江苑 台账.XLSX', size: 9_000 })).toBeNull()
    expect(fileTrouble({ name: 'a.csv', size: 1 })).toBeNull()
  })

  it('is refused before it is sent when it cannot be a register', () => {
    expect(fileTrouble({ name: '台账.pdf', size: 9_000 })).toBe('unsupported')
    expect(fileTrouble({ name: '台账', size: 9_000 })).toBe('unsupported')
    expect(fileTrouble({ name: '台账.xlsx', size: 0 })).toBe('empty')
    expect(fileTrouble({ name: '台账.xlsx', size: 21 * 1024 * 1024 })).toBe('too_large')
  })
})

describe('an upload', () => {
  it('is asked for again while the server is at work on it', () => {
    const states = (['reading', 'read', 'keeping', 'kept', 'refused'] as const).filter((state) =>
      atWork(upload({ state })),
    )
    expect(states).toEqual(['reading', 'keeping'])
  })

  it('tells how far it is only once that is known', () => {
    expect(share(upload({ done: 0, of: 0 }))).toBeUndefined()
    expect(share(upload({ done: 50, of: 200 }))).toBe(0.25)
    expect(share(upload({ done: 9, of: 8 }))).toBe(1)
  })
})

describe('a column', () => {
  it('of the owner is recognised and never read', () => {
    expect(standing(column({ meaning: 'owner' }))).toBe('secret')
    expect(standing(column({ meaning: 'phone' }))).toBe('secret')
    expect(standing(column({ meaning: 'ignored' }))).toBe('unread')
    expect(standing(column({ meaning: 'number' }))).toBe('known')
    expect(standing(column({ meaning: null }))).toBe('unknown')
  })
})

describe('what a sheet misses', () => {
  const columns = [column({ title: '门牌', meaning: null }), column({ title: '楼栋' })]

  it('shrinks with each column a person names', () => {
    const read = sheet({ columns, missing: ['number', 'floor'] })

    expect(stillMissing(read, new Map())).toEqual(['number', 'floor'])
    expect(stillMissing(read, new Map([['门牌', 'number']]))).toEqual(['floor'])
  })

  it('is nothing once one column holds building, stairwell and number together', () => {
    const read = sheet({ columns, missing: ['stairwell', 'floor', 'number'] })

    expect(stillMissing(read, new Map([['门牌', 'room_path']]))).toEqual([])
  })

  it('is not filled by a column of another sheet', () => {
    const read = sheet({ columns, missing: ['number'] })

    expect(stillMissing(read, new Map([['房间', 'number']]))).toEqual(['number'])
  })

  it('brings the sheet to the top', () => {
    const names = inNeed([
      sheet({ name: '说明', units: 0 }),
      sheet({ name: '1 栋', units: 9 }),
      sheet({ name: '2 栋', units: 0, missing: ['status'] }),
    ]).map(({ name }) => name)

    expect(names).toEqual(['2 栋', '1 栋', '说明'])
  })
})

describe('keeping', () => {
  it('is offered when a unit would be added or changed', () => {
    expect(worthKeeping(report({ goodUnits: 9, added: 1, changed: 0 }))).toBe(true)
    expect(worthKeeping(report({ goodUnits: 9, added: 0, changed: 0, same: 9 }))).toBe(false)
    expect(worthKeeping(report({ goodUnits: 0, added: 0, changed: 0 }))).toBe(false)
  })
})
