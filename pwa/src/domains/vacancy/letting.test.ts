import { expect, it } from 'vitest'

import { usable, type Consent, type Letting, type Lettings } from '@/domains/vacancy/letting'

const consent = (id: string, more: Partial<Consent> = {}): Consent => ({
  ...{ id, unitId: 'u-1', unit: '801', askedOn: '2026-11-02', granted: true },
  ...{ answeredOn: '2026-11-16', paperNo: '118', until: null, note: '', byName: '沈若水' },
  ...more,
})
const letting = (more: Partial<Letting> = {}): Letting => ({
  ...{ id: 'l-1', unitId: 'u-1', unit: '801', consentId: 'c-1', tenant: '周女士' },
  ...{ contractNo: '31', beginsOn: '2026-11-20', until: null, keysHandedOver: true, note: '' },
  ...{ byName: '林晓岚', endedOn: null, endedBecause: null },
  ...more,
})
const today = '2026-11-23'
const ids = (consents: Consent[], lettings: Letting[] = []) =>
  usable({ long: [], wishes: [], consents, lettings } satisfies Lettings, today).map(({ id }) => id)

it('a unit is let by the developer’s newest answer, when that is a yes that still holds', () => {
  expect(ids([consent('c-1')])).toEqual(['c-1'])
  expect(ids([consent('c-2', { granted: false }), consent('c-1')])).toEqual([])
  expect(ids([consent('c-2'), consent('c-1', { granted: false })])).toEqual(['c-2'])
  expect(ids([consent('c-1', { until: today })])).toEqual(['c-1'])
  expect(ids([consent('c-1', { until: '2026-11-22' })])).toEqual([])
})

it('a unit that is let is not let again before that is over', () => {
  expect(ids([consent('c-1')], [letting()])).toEqual([])
  expect(ids([consent('c-1')], [letting({ endedOn: today })])).toEqual(['c-1'])
  expect(ids([consent('c-1')], [letting({ unitId: 'u-2' })])).toEqual(['c-1'])
})
