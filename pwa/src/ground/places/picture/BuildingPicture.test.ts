import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'
import BuildingPicture from '@/ground/places/picture/BuildingPicture.vue'
import type { Look } from '@/ground/places/picture/types'
import { unit } from '@/ground/places/testing/make'

beforeAll(speakOffice)

const LOOKS: Look[] = [
  { key: 'due', words: '待查', tone: 'todo', state: 'todo' },
  { key: 'done', words: '已查', tone: 'normal', state: 'quiet' },
  { key: 'late', words: '上周漏查', tone: 'overdue', state: 'overdue' },
]
const STATES: Record<string, string> = { 201: 'due', 202: 'done', 101: 'due' }
const UNITS = Object.keys(STATES)
  .reverse()
  .map((number) => unit({ id: `u-${number}`, number, floor: Number(number[0]) }))

const drawn = () =>
  mount(BuildingPicture, {
    props: {
      units: UNITS,
      looks: LOOKS,
      keyOf: ({ number }: { number: string }) => STATES[number] ?? '',
      noteOf: ({ number }: { number: string }) => (number === '101' ? '3 天没查' : ''),
      sparse: true,
    },
    attachTo: document.body,
  })

describe('a building as floors and units', () => {
  it('is a table to a screen reader, each floor named by its row', () => {
    const rows = drawn().findAll('table tr')

    expect(rows.map((row) => row.get('th[scope=row]').attributes('aria-label'))).toEqual([
      '2 层',
      '1 层',
    ])
    expect(rows[0]!.findAll('td button').map((one) => one.attributes('aria-label'))).toEqual([
      '201\u00a0· 待查',
      '202\u00a0· 已查',
    ])
    expect(rows[1]!.get('button').attributes('aria-label')).toBe('101\u00a0· 待查\u00a0· 3 天没查')
  })

  it('counts each look in the legend, and leaves in sight what is tapped there', async () => {
    const picture = drawn()
    const chips = picture.findAll('.picture-legend button')
    expect(chips.map((chip) => chip.text())).toEqual(['待查 2', '已查 1'])

    await chips[1]!.trigger('click')

    const marked = picture.findAll('td button').filter((one) => one.find('svg').exists())
    expect(marked.map((one) => one.text())).toEqual(['202'])
  })

  it('is one stop of the Tab key; the arrow keys lead on', async () => {
    const picture = drawn()
    const stops = () =>
      picture.findAll('td button[tabindex="0"]').map((one) => one.attributes('id'))
    expect(stops()).toEqual(['unit-u-201'])

    await picture.get('#unit-u-201').trigger('keydown', { key: 'ArrowDown' })

    expect(document.activeElement?.id).toBe('unit-u-101')
    expect(stops()).toEqual(['unit-u-101'])
  })

  it('opens a unit by a tap', async () => {
    const picture = drawn()

    await picture.get('#unit-u-202').trigger('click')

    expect(picture.emitted('open')).toEqual([[UNITS.find(({ number }) => number === '202')]])
  })
})
