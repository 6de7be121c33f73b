import { describe, expect, it } from 'vitest'

import claims from '../../../../tests/examples/rules/claim_label.json'
import hangs from '../../../../tests/examples/rules/hang_label.json'

import { claimed, decideClaim, decideHang, rowsAfter, type Decision } from '@/ground/labels/rules'
import type { Label } from '@/ground/labels/types'

type Case = (typeof hangs)[number]['labels'] | (typeof claims)[number]['labels']

const labelsOf = (given: Case) =>
  given.map(({ code, kind, place, spot, generation, state }) => ({
    ...{ id: code, estate: 'here', code, spot, generation, revokedAt: null, reason: null },
    ...{ targetKind: kind, targetId: place ?? code, state: state as Label['state'] },
  }))
const replaced = (decision: Decision) =>
  decision.ok ? decision.replaces.map(({ code }) => code) : []
const refusedBy = (decision: Decision) => (decision.ok ? null : decision.refused)

describe('hanging a label', () => {
  it.each(hangs)('$name', (given) => {
    const decision = decideHang(given.code, given.place, labelsOf(given.labels))

    expect(refusedBy(decision)).toBe(given.refused)
    expect(decision.ok && decision.hangs).toBe(given.hangs)
    expect(replaced(decision)).toEqual(given.replaces)
  })
})

describe('claiming a blank label', () => {
  it.each(claims)('$name', (given) => {
    const labels = labelsOf(given.labels)
    const decision = decideClaim(given.code, given.place, labels)

    expect(refusedBy(decision)).toBe(given.refused)
    expect(replaced(decision)).toEqual(given.replaces)
    if (decision.ok)
      expect(claimed(labels[0]!, given.place, labels).generation).toBe(given.generation)
  })
})

it('lets only the label of the spot it was claimed for give way', () => {
  const [blank, above] = labelsOf(claims[3]!.labels)

  expect(replaced(decideClaim(blank!.code, 'stairs', [blank!, above!], '上'))).toEqual(['B'])
})

it('asks that a blank label is claimed before it is hung', () => {
  const [blank] = labelsOf(claims[0]!.labels)

  expect(refusedBy(decideHang(blank!.code, 'stairs', [blank!]))).toBe('labels.unclaimed')
})

it('leaves one label hanging and the replaced ones let go at that moment', () => {
  const [older, newer] = labelsOf(hangs[1]!.labels)

  expect(rowsAfter(newer!, [older!], '2026-11-23T08:00:00Z')).toMatchObject([
    { code: 'B', state: 'active', revokedAt: null },
    { code: 'A', state: 'revoked', revokedAt: '2026-11-23T08:00:00Z', reason: 'replaced' },
  ])
})
