import { expect, it } from 'vitest'

import { nightsOn } from '@/domains/renovation/nightList'
import { site, stay } from '@/domains/renovation/testing/make'

it('lists tonight who may stay where, and nobody who still waits for the word', () => {
  const requests = [stay(1, '2026-11-22', '2026-11-23'), stay(1, '2026-11-23', '2026-11-23')]
  const asked = [stay(2, '2026-11-23', '2026-11-23', { state: 'requested' })]
  const cases = [
    { one: site({ id: 'two', requests }) },
    { one: site({ id: 'asked', requests: asked }) },
    { one: site({ id: 'over', requests, state: 'observation' }) },
  ]
  expect(nightsOn(cases, '2026-11-23').map(({ one, persons }) => [one.id, persons.length])).toEqual(
    [['two', 2]],
  )
  expect(nightsOn(cases, '2026-11-24')).toEqual([])
})
