import { expect, it } from 'vitest'

import { readingOf } from '@/domains/vacancy/scanning'
import { unitCase } from '@/domains/vacancy/testing/make'
import type { Label } from '@/ground/labels/types'

const label = (code: string, more: Partial<Label> = {}): [string, Label] => [
  code,
  {
    ...{ id: code, estate: 'e-1', code, targetKind: 'unit', targetId: 'u-801', spot: '' },
    ...{ generation: 1, state: 'active', revokedAt: null, reason: null },
    ...more,
  },
]
const labels = new Map([
  label('UNIT'),
  label('PRINTED', { state: 'printed' }),
  label('GONE', { state: 'revoked' }),
  label('AWAY', { estate: 'e-2' }),
  label('KEY', { targetKind: 'key_set' }),
  label('PLACE', { targetKind: 'place' }),
  label('IDLE', { targetId: 'u-idle' }),
  label('LET', { targetId: 'u-let' }),
])
const one = unitCase()
const let_ = unitCase({ id: 'u-let', inRegime: false })
const known = { estate: 'e-1', labels, byId: new Map([one, let_].map((u) => [u.unit.id, u])) }

it.each([
  ['UNIT', { what: 'unit', one }],
  ['PRINTED', { what: 'unit', one }],
  ['KEY', { what: 'keys' }],
  ['GONE', { what: 'trouble', why: 'revoked' }],
  ['AWAY', { what: 'trouble', why: 'elsewhere' }],
  ['PLACE', { what: 'trouble', why: 'not_a_unit' }],
  ['NEW', { what: 'trouble', why: 'unknown' }],
])('a scanned code leads on: %s', (code, read) => {
  expect(readingOf(code, known)).toEqual(read)
})

it.each(['IDLE', 'LET'])('no check is offered where nobody checks: %s (acceptance 4)', (code) => {
  expect(readingOf(code, known)).toEqual({ what: 'trouble', why: 'not_vacant' })
})
