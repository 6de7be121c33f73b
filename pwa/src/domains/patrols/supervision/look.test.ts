import { describe, expect, it } from 'vitest'

import example from '../../../../../tests/examples/kinds/patrols.supervise.json'
import ids from '../../../../../tests/examples/rules/supervision_id.json'

import type { ChecklistItem, Template } from '@/ground/checklists/types'
import {
  itemsOf,
  lackOf,
  lookItem,
  meantFirst,
  supervisionIdOf,
} from '@/domains/patrols/supervision/look'
import type { OpenCase } from '@/domains/patrols/supervision/needs'
import { NEW_FINDING, type LookForm, type Stand } from '@/domains/patrols/supervision/types'

const TODAY = '2026-11-23'
const SETTINGS = { bare_normal_words: ['正常'], min_observation_chars: 4 }
const photo = {
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  takenAt: '2026-11-23T07:40:10Z',
  moment: 'before' as const,
  live: true,
}
const stand: Stand = {
  placeId: '01939f3a-6c00-7000-8000-000000000203',
  label: '7K2Q9M4XVT3H',
  scan: { method: 'camera', reason: null },
  seenAt: '2026-11-23T07:40:00Z',
}
const form = (changes: Partial<LookForm> = {}): LookForm => ({
  ...{ act: 'supervise', service: 'security', observation: '门岗无人，道闸常开', photos: [] },
  ...{ findingId: '', item: '', spot: '', dept: null, dueOn: TODAY, outcome: null },
  ...changes,
})
const lack = (changes: Partial<LookForm>, at: Partial<Stand> = {}) =>
  lackOf(form(changes), { ...stand, ...at }, SETTINGS, TODAY)

describe("a supervisor's round", () => {
  it.each(ids)('$parts has the same page on phone and server', ({ parts, id }) => {
    const [estate, by, day, number] = parts as [string, string, string, number]
    expect(supervisionIdOf(estate, by, day, number)).toBe(id)
  })

  it('sends a look as the server takes it', () => {
    const { recordId, day, number, findingId } = example.body
    const observation = `${example.body.observation}\n`
    const ordered = form({ act: 'order', photos: [photo], observation })
    const item = lookItem('id', ordered, stand, { recordId, day, number }, findingId)
    expect(item.body).toEqual(example.body)
    expect(item).toMatchObject({ about: example.about, kind: example.kind, v: example.v })
    expect(item.photos).toEqual([photo.sha256])
  })
})

describe('a look', () => {
  it('says which service was seen, and what, in more than a bare word (PAT-R02, PAT-R03)', () => {
    expect(lack({})).toBeNull()
    expect(lack({ service: null })).toBe('service')
    expect(lack({ observation: '正常。' })).toBe('bare')
    expect(lack({ observation: '好的' })).toBe('observation')
    expect(lack({ observation: '好的', photos: [photo] })).toBeNull()
    expect(lack({ observation: '两人在岗' })).toBeNull()
  })

  it('without a scan says why (PAT-R12)', () => {
    expect(lack({}, { scan: { method: 'listed', reason: ' ' } })).toBe('reason')
    expect(lack({}, { scan: { method: 'listed', reason: '标签被撕' } })).toBeNull()
    expect(lack({}, { scan: { method: 'typed', reason: null } })).toBe('reason')
  })

  it('that orders names the finding, who rectifies it and a day that is not over', () => {
    const known = { act: 'order', findingId: 'known' } as const
    expect(lack({ act: 'order' })).toBe('finding')
    expect(lack(known)).toBe('dept')
    expect(lack({ ...known, dept: 'security', dueOn: '2026-11-22' })).toBe('dueOn')
    expect(lack({ ...known, dept: 'security' })).toBeNull()
  })

  it('that finds something new says what it is of, where exactly, and shows it', () => {
    const fresh = { act: 'order', findingId: NEW_FINDING, dept: 'security' } as const
    expect(lack(fresh)).toBe('item')
    expect(lack({ ...fresh, item: 'SQ-03' })).toBe('spot')
    expect(lack({ ...fresh, item: 'SQ-03', spot: '东门' })).toBe('photo')
    expect(lack({ ...fresh, item: 'SQ-03', spot: '东门', photos: [photo] })).toBeNull()
  })

  it('that rechecks says what came of it', () => {
    expect(lack({ act: 'recheck', findingId: 'known' })).toBe('outcome')
    expect(lack({ act: 'recheck', findingId: 'known', outcome: 'right' })).toBeNull()
    expect(lack({ act: 'follow', findingId: 'known' })).toBeNull()
  })

  it('offers what the checklists ask of the service that is looked at', () => {
    const item = (id: string, dept: string) => ({ id, dept }) as ChecklistItem
    const items = [item('SQ-01', 'cleaning'), item('SQ-03', 'guard'), item('GR-01', 'greening')]
    const template = { items: [...items, item('LF-01', 'engineering')] } as Template
    const ids = (service: LookForm['service']) =>
      itemsOf(service, [template]).map((one) => one.item.id)
    expect([ids('security'), ids('environment'), ids('engineering'), ids(null)]).toEqual([
      ['SQ-03'],
      ['SQ-01', 'GR-01'],
      ['LF-01'],
      [],
    ])
  })
})

it('means the only thing that can be rechecked, and asks where there are two', () => {
  const known = (id: string, more = {}) =>
    ({ id, ordered: true, mayRecheck: true, mayOrder: false, ...more }) as OpenCase
  const [one, other] = [known('one'), known('other')]
  const found = known('found', { ordered: false, mayRecheck: false, mayOrder: true })

  expect(meantFirst('recheck', [one, found])).toBe('one')
  expect(meantFirst('recheck', [one, other])).toBe('')
  expect(meantFirst('order', [one])).toBe(NEW_FINDING)
  expect(meantFirst('order', [one, found])).toBe('')
  expect(meantFirst('supervise', [one])).toBe('')
})
