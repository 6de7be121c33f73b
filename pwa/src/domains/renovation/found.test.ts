import { expect, it } from 'vitest'

import { nightCheck } from '@/domains/renovation/forms/night'
import type { About } from '@/domains/renovation/forms/types'
import { damagedIn } from '@/domains/renovation/found'
import { GUARD, photo, SETTINGS, site, stay, TODAY } from '@/domains/renovation/testing/make'

const list = (type: string, version = 1) => ({
  ...{ id: type, estate: 'e-1', type, version, hash: 'h', items: [] },
})
const templates = [list('renovation_site'), list('renovation_first'), list('renovation_first', 2)]
const answer = (item: string, findingId: string | null) => ({
  ...{ item, findingId, result: findingId ? ('abnormal' as const) : ('normal' as const) },
  note: findingId ? '门框变形' : '',
})

it('makes a finding for the developer of what the joint check found damaged', () => {
  const answers = [answer('FR-01', 'f-1'), answer('FR-02', null)]
  const of = { list: 'renovation_first', templates, now: TODAY.now }
  const found = damagedIn(site(), { answers, photos: [photo('a')] }, of)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    ...{ findingId: 'f-1', item: 'FR-01', description: '门框变形', placeId: 'u-1' },
    ...{ action: 'reported', foundAt: '2026-11-23T02:00:00.000Z', spot: '3 栋 1501' },
    origin: { kind: 'renovation.case', id: 'c-1' },
    checklist: { type: 'renovation_first', version: 2, hash: 'h' },
    photos: [{ sha256: 'a', moment: 'before' }],
  })
  expect(damagedIn(site(), { answers, photos: [] }, { ...of, templates: [] })).toEqual([])
})

it('makes a finding of more people at night than may stay', () => {
  const requests = [stay(1, '2026-11-22', '2026-11-24')]
  const board = { settings: SETTINGS, today: TODAY, who: GUARD, bareWords: [], templates }
  const about: About = { one: site({ requests }), board }
  const said = { checkId: 'k-1', night: TODAY.day, passesSeen: [], note: '守材料', photos: [] }
  expect(nightCheck.found?.({ ...said, persons: 1 }, about)).toEqual([])
  expect(nightCheck.found?.({ ...said, persons: 2 }, about)).toMatchObject([
    {
      ...{ item: 'RN-11', choice: 'too_many', placeId: 'u-1' },
      origin: { kind: 'renovation.night_check', id: 'k-1' },
    },
  ])
  const alone = { ...about, one: site() }
  expect(nightCheck.found?.({ ...said, persons: 1 }, alone)).toMatchObject([
    { choice: 'no_permit' },
  ])
})
