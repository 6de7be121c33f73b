import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/renovation_scan.json'

import { askingLack, incompleteWorkers, verdictOf, withoutPass } from '@/domains/renovation/passes'
import { pass, site, TODAY, worker } from '@/domains/renovation/testing/make'
import { STATES } from '@/domains/renovation/types'

const said = (
  more: Parameters<typeof site>[0],
  held: ReturnType<typeof pass> | null = pass('p-1'),
  unit: string | null = null,
) => verdictOf({ pass: held, site: site(more) }, unit, TODAY.day)

describe('a pass held before the camera', () => {
  it.each(examples)(
    'is judged alike on both sides: $name',
    ({ unitId, today, verdict, ...told }) => {
      const scanned = { pass: told.pass, site: told.case } as unknown as Parameters<
        typeof verdictOf
      >[0]
      expect(verdictOf(scanned, unitId, today)).toBe(verdict)
    },
  )

  it('is good on a running site, in its own unit', () => {
    expect(said({})).toBe('valid')
    expect(said({}, pass('p-1'), 'u-1')).toBe('valid')
    expect(said({ state: 'permitted' })).toBe('valid')
  })

  it('is not for another unit', () => {
    expect(said({}, pass('p-1'), 'u-2')).toBe('not_this_unit')
  })

  it('stops at the end of the permit', () => {
    expect(said({ permitUntil: TODAY.day })).toBe('valid')
    expect(said({ permitUntil: '2026-11-22' })).toBe('expired')
    expect(said({ state: 'observation' })).toBe('expired')
  })

  it('is nothing once it was revoked, lost or handed back, whatever else holds', () => {
    for (const state of ['revoked', 'lost', 'returned'] as const)
      expect(said({ permitUntil: '2026-11-22' }, pass('p-1', { state }), 'u-2')).toBe('revoked')
    expect(said({ state: 'cancelled' })).toBe('revoked')
  })

  it('is not good yet before the permit begins', () => {
    expect(said({ state: 'paid', permitFrom: null, permitUntil: null })).toBe('not_yet')
    expect(said({ permitFrom: '2026-11-24' })).toBe('not_yet')
  })

  it.each(STATES.slice(0, STATES.indexOf('permitted')))(
    'is not good yet while the case is %s',
    (state) => expect(said({ state })).toBe('not_yet'),
  )

  it('is unknown where nothing of it is on the phone; a permit is judged by its site alone', () => {
    expect(verdictOf({ pass: null, site: null }, null, TODAY.day)).toBe('unknown')
    expect(said({}, null)).toBe('valid')
  })
})

describe('more workers', () => {
  const asked = { by: 'w-1', shownPermit: true, shownPassId: 'p-1' }

  it('are asked for by who is in charge, with permit and own pass (acceptance 3)', () => {
    expect(askingLack(site(), asked)).toBeNull()
    expect(askingLack(site(), { ...asked, by: 'w-2' })).toBe('not_person_in_charge')
    expect(askingLack(site(), { ...asked, shownPassId: 'p-2' })).toBe('pass_not_shown')
    expect(askingLack(site(), { ...asked, shownPassId: null })).toBe('pass_not_shown')
    expect(askingLack(site(), { ...asked, shownPermit: false })).toBe('permit_not_shown')
    const lost = site({ passes: [pass('p-1', { state: 'lost' })] })
    expect(askingLack(lost, asked)).toBe('pass_not_shown')
  })

  it('have an ID shown and two photos before they get a pass (REN-R12)', () => {
    const workers = [
      worker('w-1'),
      worker('w-2', { idShown: false }),
      worker('w-3', { photos: [] }),
    ]
    expect(incompleteWorkers({ workers }, 2)).toEqual(['w-2', 'w-3'])
  })

  it('are those on the list who hold none', () => {
    const passes = [pass('p-1'), pass('p-2', { workerId: 'w-2', state: 'revoked' })]
    expect(withoutPass(site({ passes })).map(({ workerId }) => workerId)).toEqual(['w-2'])
  })
})
