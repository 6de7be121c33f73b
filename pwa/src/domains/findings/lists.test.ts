import { expect, it } from 'vitest'

import { ALL, listOf, queryOf, type Narrow } from '@/domains/findings/lists'
import { finding, SUPERVISOR } from '@/domains/findings/testing/make'

const cases = [
  finding({ id: 'roof', serial: 'WT-2026-000001', placeName: '1 栋天台', dept: 'security' }),
  finding({ id: 'lamp', serial: 'WT-2026-000002', spot: '电梯厅右侧', dept: 'engineering' }),
  finding({ id: 'over', serial: 'WT-2026-000003', state: 'closed', dept: 'engineering' }),
]
const shown = (narrow: Partial<Narrow>) =>
  listOf(cases, 'all', { who: SUPERVISOR, isOwn: () => false }, new Date(), { ...ALL, ...narrow })
    .map(({ id }) => id)
    .sort()

it.each<[string, Partial<Narrow>, string[]]>([
  ['nothing, but what is over', {}, ['lamp', 'roof']],
  ['the number, however it is typed', { words: ' wt-2026-000001' }, ['roof']],
  ['the place', { words: '天台' }, ['roof']],
  ['the spot', { words: '电梯厅' }, ['lamp']],
  ['what nobody wrote', { words: '水表' }, []],
  ['the department', { dept: 'engineering' }, ['lamp']],
  ['words among what is over', { state: 'ended', words: '000003' }, ['over']],
])('narrows the list of all by %s', (_, narrow, ids) => {
  expect(shown(narrow)).toEqual(ids)
})

it('asks the server for the workbook of what is shown', () => {
  expect(queryOf(ALL, 'e-1')).toBe('estate=e-1')
  expect(queryOf({ state: 'ended', dept: 'cleaning', words: ' a&b ' }, 'e-1')).toBe(
    'estate=e-1&dept=cleaning&words=a%26b&state=closed&state=rejected',
  )
})
