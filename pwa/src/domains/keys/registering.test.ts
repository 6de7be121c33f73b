import { describe, expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/keys.register.json'

import {
  insteadOf,
  mandateLack,
  nextNumber,
  NO_MANDATE,
  registerLack,
  registerOf,
  toldAt,
  type RegisterDraft,
} from '@/domains/keys/registering'
import { keySet } from '@/domains/keys/testing/make'
import type { CustodyKind, KeyItem, KeyPhoto } from '@/domains/keys/types'

const { body } = example
const { mandate } = body
const draft: RegisterDraft = {
  ...{ kind: 'owner_entrusted', unit: { id: body.unitId, name: '3 栋 901' }, room: '配电房' },
  ...{ ownerName: `${body.ownerName} `, phone: body.private.phone, keyNo: body.keyNo },
  items: body.items as KeyItem[],
  photos: body.photos as KeyPhoto[],
  ...{ slot: body.cabinetSlot, ring: '', basis: '', receivedOn: body.receivedOn, until: '' },
  replaces: null,
  mandate: {
    ...{ reason: mandate.reason, requirements: mandate.collectionRequirements },
    ...{ until: mandate.custodyUntil, disclaimerAt: mandate.disclaimerAt },
    ...{ signedAt: mandate.signedAt, strokes: body.private.strokes },
  },
}

describe('what is registered', () => {
  it('is what the shared example says', () => {
    const { keySetId, ...said } = body
    expect(keySetId).toBe(example.about)
    expect(registerOf(draft, mandate.mandateId, mandate.date)).toEqual(said)
  })

  it('asks in order for what is missing', () => {
    const lacks = (more: Partial<RegisterDraft>) => registerLack({ ...draft, ...more })
    const none: KeyItem[] = [{ kind: 'room', label: '', count: 0 }]
    expect(registerLack(draft)).toBeNull()
    expect(lacks({ kind: null, unit: null })).toBe('kind')
    expect(lacks({ unit: null, ownerName: '' })).toBe('unit')
    expect(lacks({ kind: 'common_area', room: ' ' })).toBe('room')
    expect(lacks({ ownerName: ' ', items: none })).toBe('owner')
    expect(lacks({ items: none, keyNo: '' })).toBe('items')
    expect(lacks({ keyNo: ' ' })).toBe('keyNo')
    expect(lacks({ mandate: NO_MANDATE })).toBe('custodyReason')
  })

  it('says an owner, a mandate, a room only where they belong', () => {
    const said = (kind: CustodyKind) =>
      registerOf({ ...draft, kind, until: '2027-01-01' }, 'm', 'd')
    expect(said('developer_held')).toMatchObject({
      ownerName: '',
      mandate: null,
      unitId: body.unitId,
    })
    expect(said('repair_retained')).toMatchObject({
      ownerName: '何建国',
      custodyUntil: '2027-01-01',
    })
    expect(said('common_area')).toMatchObject({ unitId: null, placeName: '配电房' })
    expect(said('common_area').private).toEqual({ phone: '', idLast4: '', strokes: null })
    expect(registerLack({ ...draft, kind: 'repair_retained', mandate: NO_MANDATE })).toBeNull()
  })

  it('takes the next number, however numbers are written', () => {
    expect(nextNumber(['K-0301', 'K-0422', '配电房'])).toBe('K-0423')
    expect(nextNumber(['9', '08'])).toBe('10')
    expect(nextNumber([])).toBe('K-0001')
  })

  it('begins with what the set says that it replaces', () => {
    expect(insteadOf(keySet())).toMatchObject({
      ...{
        kind: 'developer_held',
        unit: { id: 'u-1', name: '5 栋 801' },
        replaces: 's-1',
        room: '',
      },
    })
    expect(insteadOf(keySet({ unitId: null })).room).toBe('5 栋 801')
  })
})

describe('a mandate', () => {
  it('lacks its signature until the owner was told, and loses it with the tick (KEY-I9, acceptance 6)', () => {
    const untold = toldAt(draft.mandate, null)
    expect(mandateLack({ ...draft.mandate, reason: '出' })).toBe('custodyReason')
    expect(mandateLack({ ...draft.mandate, requirements: '' })).toBe('requirements')
    expect(mandateLack(untold)).toBe('disclaimer')
    expect(mandateLack(toldAt(untold, mandate.disclaimerAt))).toBe('ownerSignature')
    expect(mandateLack(draft.mandate)).toBeNull()
  })
})
