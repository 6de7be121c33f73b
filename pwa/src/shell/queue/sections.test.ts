import { describe, expect, it } from 'vitest'

import type { ItemState, OutboxItem } from '@/core/outbox/types'
import { sectionsOf } from '@/shell/queue/sections'

const item = (about: string, state: ItemState, more: Partial<OutboxItem> = {}): OutboxItem => ({
  id: about,
  seq: 1,
  kind: 'trial.note',
  v: 1,
  about,
  by: 'anna',
  estate: 'e-1',
  body: {},
  title: {},
  recordedAt: '2026-11-23T07:00:00.000Z',
  clock: { page: 'p', elapsedMs: 0, offsetMs: 0 },
  seen: 0,
  state,
  ...more,
})
const around = { me: 'anna', sending: new Set<string>(), unsent: new Set<string>() }
const names = (lines: { item: OutboxItem }[]) => lines.map((line) => line.item.about)

describe('待上传', () => {
  it('parts items by what they need', () => {
    const items = [
      item('no', 'refused'),
      item('now', 'waiting'),
      item('later', 'waiting'),
      item('in', 'applied'),
    ]

    const sections = sectionsOf(items, { ...around, sending: new Set(['now']) })

    expect(names(sections.refused)).toEqual(['no'])
    expect(names(sections.sending)).toEqual(['now'])
    expect(names(sections.waiting)).toEqual(['later'])
    expect(sections.kept).toBe(1)
  })

  it('moves a refusal out of the way once its maker took note, and never drops it', () => {
    const sections = sectionsOf([item('no', 'refused', { readAt: '2026-11-23T08:00:00Z' })], around)

    expect(names(sections.refused)).toEqual([])
    expect(names(sections.noted)).toEqual(['no'])
  })

  it('shows an entered record as long as photos of it are still here', () => {
    const items = [item('in', 'applied', { photos: ['aa', 'bb'] })]

    const sections = sectionsOf(items, { ...around, unsent: new Set(['bb']) })

    expect(sections.awaited).toMatchObject([{ photos: 2, unsent: 1 }])
    expect(sections.kept).toBe(0)
  })

  it('shows of another person only how many wait', () => {
    const items = [
      item('mine', 'waiting'),
      item('x', 'waiting', { by: 'bell' }),
      item('y', 'waiting', { by: 'bell' }),
    ]

    const sections = sectionsOf(items, around)

    expect(names(sections.waiting)).toEqual(['mine'])
    expect(sections.sealed).toEqual([{ by: 'bell', n: 2 }])
  })
})
