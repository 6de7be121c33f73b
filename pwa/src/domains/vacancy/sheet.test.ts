import { describe, expect, it } from 'vitest'

import { gapsOf } from '@/ground/checklists/rules'
import { bodyOf, foundOf, leaveGaps, litresRun, templateOf } from '@/domains/vacancy/sheet'
import { AT, checkDraft, given, item, LIST, RUNNING_CARD } from '@/domains/vacancy/testing/make'

const hint = { 'zh-Hans': '为什么', 'zh-Hant': '為什麼', en: 'why' }
const LEFT = new Date('2026-11-23T02:20:00Z')

describe('before leaving (VAC-R01)', () => {
  it('nothing is missing once valves, windows, meter and a photo are there', () => {
    expect(leaveGaps(checkDraft())).toEqual([])
  })

  it.each([
    ['reading', { reading: '约 12' }],
    ['photo', { photos: [] }],
    ['valve', { valves: { water: 'shut', power: 'shut' } }],
    ['windows', { windowsClosed: null }],
    ['unlike', { answers: { 'VU-03': given('normal') } }],
  ] as const)('asks for the %s', (gap, more) => {
    expect(leaveGaps(checkDraft(more as object))).toEqual([gap])
  })

  it('an open gas valve needs a reason and a day to shut it', () => {
    const valves = { water: 'shut', power: 'shut', gas: 'open' } as const
    const gas = { reason: '关不严，已报修', dueOn: '2026-11-24' }

    expect(leaveGaps(checkDraft({ valves }))).toEqual(['reason'])
    const undated = { gas: { ...gas, dueOn: '' } }
    expect(leaveGaps(checkDraft({ valves, openValves: undated }))).toEqual(['reason'])
    const wordless = { gas: { ...gas, reason: '…' } }
    expect(leaveGaps(checkDraft({ valves, openValves: wordless }))).toEqual(['reason'])
    expect(leaveGaps(checkDraft({ valves, openValves: { gas } }))).toEqual([])
  })

  it('a meter that cannot be read is said so, with a note', () => {
    const draft = checkDraft({ reading: '', unreadable: true })
    const list = templateOf(LIST, draft, RUNNING_CARD, hint)

    expect(leaveGaps(draft)).toEqual([])
    expect(gapsOf(list.items[1]!, draft.answers['VU-04']!, {}, [])).toEqual(['tell'])
    expect(bodyOf(draft, list, LEFT).waterReading).toBe('')
  })
})

describe('the meter against its last reading', () => {
  it('tells how much ran though it was said to stand still', () => {
    expect(litresRun(checkDraft(), '128.1')).toBe(300)
    expect(litresRun(checkDraft(), '128.39')).toBe(0)
    expect(litresRun(checkDraft(), null)).toBe(0)
    const turning = { answers: { 'VU-04': given('abnormal', 'f-1') } }
    expect(litresRun(checkDraft(turning), '1')).toBe(0)
  })
})

describe('what is asked', () => {
  it('is what applies, and of running water also its steps (MT-03)', () => {
    const list = templateOf(LIST, checkDraft({ asked: ['VU-04', 'VU-16'] }), RUNNING_CARD, hint)

    expect(list.items).toEqual([item('VU-04', { steps: RUNNING_CARD.steps! }), item('VU-16')])
  })
})

describe('what is sent', () => {
  it('holds the answers in order, the valves as they were left, and the loan of the keys', () => {
    const valves = { water: 'shut', power: 'open', gas: 'absent' } as const
    const power = { reason: ' 在试电器 ', dueOn: '2026-11-24' }

    const body = bodyOf(checkDraft({ valves, openValves: { power, water: power } }), LIST, LEFT)

    expect(body).toMatchObject({
      ...{ checkId: 'c-1', unitId: 'u-801', loanId: 'l-1', enteredAt: AT, valves },
      ...{ leftAt: LEFT.toISOString(), waterReading: '128.4', airedMinutes: 20 },
      openValves: [{ valve: 'power', reason: '在试电器', dueOn: '2026-11-24' }],
    })
    expect(body.answers.map((one) => one.item)).toEqual(['VU-01', 'VU-04', 'VU-05', 'VU-16'])
  })

  it('reports running water as the card of the meters, everything else as its item', () => {
    const answers = { 'VU-04': given('abnormal', 'f-1'), 'VU-16': given('abnormal', 'f-2') }

    const [water, intruder] = foundOf(checkDraft({ answers }), '801', RUNNING_CARD)

    expect(water).toMatchObject({
      ...{ findingId: 'f-1', item: 'MT-03', choice: 'still_turning', placeId: 'u-801' },
      checklist: { type: 'meters' },
      details: { unit: '801', reading: '128.4', number: 'unreadable' },
    })
    expect(intruder).toMatchObject({ findingId: 'f-2', item: 'VU-16', checkId: 'c-1' })
    expect(intruder?.checklist.type).toBe('vacant_unit')
  })
})
