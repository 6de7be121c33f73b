import { expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/keys.register.json'

import { registrationsOf, type KeyList } from '@/domains/keys/keyList'
import type { Said } from '@/domains/keys/said'

const said = { ...example.body, mandate: null } as unknown as Said['register']
const list: KeyList = {
  unread: [],
  rows: [
    { row: 3, keyNo: 'K-0301', place: '3 栋 901', said, why: null, value: '' },
    { row: 4, keyNo: '', place: '3 栋 902', said: null, why: 'no_number', value: '' },
  ],
}

it('registers what can be, each set under an id of its own, and not the rest', () => {
  const [item, ...more] = registrationsOf(list)
  expect(more).toEqual([])
  expect(item).toMatchObject({ kind: 'keys.register', v: 1, title: { keyNo: 'K-0301' } })
  expect(item?.body).toMatchObject({ keyNo: 'K-0301', unitId: said.unitId })
})
