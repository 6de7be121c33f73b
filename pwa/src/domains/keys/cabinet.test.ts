import { describe, expect, it } from 'vitest'

import { countFaces, faceOf, matches, rowsOf } from '@/domains/keys/cabinet'
import { DUE, keyCase, keyLoan, memo } from '@/domains/keys/testing/make'

const NOON = new Date('2026-11-24T04:00:00Z')
const face = (one: ReturnType<typeof keyCase>, now = NOON) => faceOf(one, now, '2026-11-24')

describe('what a hook shows', () => {
  it('is where the set is, the most pressing first', () => {
    expect(face(keyCase())).toBe('in')
    const out = keyCase({ state: 'on_loan' }, keyLoan())
    expect(face(out)).toBe('out')
    expect(face(out, new Date(Date.parse(DUE) + 1))).toBe('overdue')
    expect(face(keyCase({ state: 'incident', memo: memo() }))).toBe('incident')
    const both = keyCase({ state: 'on_loan' }, keyLoan(), keyLoan({ id: '2', state: 'disputed' }))
    expect(face(both)).toBe('disputed')
    expect(face(keyCase({ state: 'retired' }))).toBe('gone')
  })

  it('says from the day after that custody has ended', () => {
    expect(face(keyCase({ custodyUntil: '2026-11-24' }))).toBe('in')
    expect(face(keyCase({ custodyUntil: '2026-11-23' }))).toBe('expired')
  })
})

describe('the cabinet', () => {
  const hung = (cabinetSlot: string) => ({ one: keyCase({ cabinetSlot }), face: 'in' as const })

  it('has its hooks in rows, in the order of their numbers', () => {
    const rows = rowsOf(['B-10', 'A-01', 'B-2', 'B-2', ''].map(hung))
    expect(rows.map(({ name }) => name)).toEqual(['', 'A', 'B'])
    expect(rows[2]?.hooks.map(({ slot, sets }) => `${slot} ${sets.length}`)).toEqual([
      ...['B-2 2', 'B-10 1'],
    ])
  })

  it('shows the hooks between on which nothing hangs', () => {
    const rows = rowsOf(['C-04', 'C-02', 'C-02', '抽屉', 'D-900'].map(hung), true)
    const slots = rows.map(({ hooks }) => hooks.map(({ slot, sets }) => `${slot} ${sets.length}`))
    expect(slots).toContainEqual(['C-01 0', 'C-02 2', 'C-03 0', 'C-04 1'])
    expect(slots).toContainEqual(['抽屉 1'])
    expect(slots).toContainEqual(['D-900 1'])
  })

  it('counts what shows', () => {
    expect(countFaces([hung('A'), hung('B')])).toMatchObject({ in: 2, out: 0 })
  })

  it('is searched by number, place, hook and borrower, however written', () => {
    const out = keyCase({ state: 'on_loan' }, keyLoan())
    for (const wanted of ['k0421', '5栋801', 'c04', '吴建国', ''])
      expect(matches(out, wanted), wanted).toBe(true)
    expect(matches(out, '902')).toBe(false)
  })
})
