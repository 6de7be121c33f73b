import { describe, expect, it } from 'vitest'

import { readingOf, tagTroubleOf, wayOf } from '@/domains/keys/scanning'
import { keyCase, keyLoan } from '@/domains/keys/testing/make'
import type { Label } from '@/ground/labels'

const label = (code: string, more: Partial<Label>): [string, Label] => [
  code,
  {
    ...{ id: code, estate: 'e-1', code, targetKind: 'key_set', targetId: 's-1', spot: '' },
    ...{ generation: 1, state: 'printed', revokedAt: null, reason: null, ...more },
  },
]
const one = keyCase()
const wu = { id: 'p-wu', name: '吴建国', role: 'engineer', active: true }
const held = {
  byId: new Map([['s-1', one]]),
  colleagues: [wu],
  left: new Set(['p-gone']),
  labels: new Map([
    label('TAG', {}),
    label('OLD', { state: 'revoked' }),
    label('BADGE', { targetKind: 'person', targetId: 'p-wu' }),
    label('LEFT', { targetKind: 'person', targetId: 'p-gone' }),
    label('NEW', { targetKind: 'person', targetId: 'p-new' }),
    label('PLACE', { targetKind: 'place' }),
    label('GONE', { targetId: 's-9' }),
  ]),
}

describe('a scanned code', () => {
  it('is a set’s tag, a colleague’s badge, or says why neither', () => {
    expect(readingOf('TAG', held)).toEqual({ what: 'set', one })
    expect(readingOf('BADGE', held)).toEqual({ what: 'person', person: wu })
    const why = (code: string) => {
      const read = readingOf(code, held)
      return read.what === 'trouble' ? read.why : read.what
    }
    expect(['OLD', 'LEFT', 'NEW', 'PLACE', 'GONE', 'NONE'].map(why)).toEqual([
      ...['revoked', 'left', 'unknown', 'not_a_key', 'gone', 'unknown'],
    ])
  })

  it('is the tag of the set in hand, or of another, or of none', () => {
    const why = (code: string, id: string) => tagTroubleOf(code, id, held)
    expect(why('TAG', 's-1')).toBeNull()
    expect(['TAG', 'BADGE', 'OLD'].map((code) => why(code, 's-2'))).toEqual([
      ...['another', 'not_a_key', 'revoked'],
    ])
  })

  it('leads to what is most likely wanted', () => {
    expect(wayOf(one)).toBe('lend')
    expect(wayOf(keyCase({ state: 'on_loan' }, keyLoan()))).toBe('return')
    expect(wayOf(keyCase({ state: 'incident' }))).toBe('look')
    const both = keyCase({ state: 'on_loan' }, keyLoan(), keyLoan({ id: '2', state: 'disputed' }))
    expect(wayOf(both)).toBe('look')
  })
})
