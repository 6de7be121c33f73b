import { describe, expect, it } from 'vitest'

import {
  askingLack,
  dueChoices,
  lackOf,
  NO_PROOFS,
  privateOf,
  proofLack,
  registeredNumber,
  usualReason,
  withMandate,
  type Lending,
  type LoanDraft,
} from '@/domains/keys/lending'
import { keySet } from '@/domains/keys/testing/make'
import type { Proofs } from '@/domains/keys/types'

const NOW = new Date('2026-11-23T02:00:00Z')
const SIGNED = [[1, 1, 9, 9, 20, 1]]
const owned = keySet({ ownerPhone: '13800000000' })
const desk: Lending = {
  ...{ sets: [owned], counted: true, now: NOW },
  me: { id: 'p-lin', mayLendToSelf: false },
}
const staff: LoanDraft = {
  borrower: { kind: 'staff', personId: 'p-wu', name: '吴建国', department: '', workOrder: '' },
  ...{
    phone: '',
    proofs: NO_PROOFS,
    last4: '',
    reason: 'repair',
    emergencyId: null,
    strokes: SIGNED,
  },
  dueAt: '2026-11-23T10:00:00Z',
}
const photo = { sha256: 'a', takenAt: '', live: true }
const all: Proofs = {
  mandate: { signedOn: '2026-11-20', photos: [photo] },
  call: { calledAt: '', number: '13800000000', answer: 'yes' },
  idKept: { kind: 'id_card', slot: '抽屉 2' },
}
const tenant: LoanDraft = {
  ...staff,
  borrower: { ...staff.borrower, kind: 'tenant', personId: null },
  ...{ phone: '139', proofs: all, last4: '118X' },
}

describe('a loan to a colleague', () => {
  it('asks for the count, a reason, a time to come and a signature', () => {
    expect(lackOf(staff, desk)).toBeNull()
    expect(lackOf(staff, { ...desk, counted: false })).toBe('count')
    expect(lackOf({ ...staff, reason: null }, desk)).toBe('reason')
    expect(lackOf({ ...staff, dueAt: NOW.toISOString() }, desk)).toBe('due')
    expect(lackOf({ ...staff, strokes: [[1, 1]] }, desk)).toBe('signature')
  })

  it('names the entry where a home is entered in an emergency (PAT-N5)', () => {
    const hurried = { ...staff, reason: 'emergency' as const }
    expect(lackOf(hurried, desk)).toBe('emergency')
    expect(lackOf({ ...hurried, emergencyId: 'e-1' }, desk)).toBeNull()
  })

  it('is not to oneself, unless the estate lets one keeper do it alone (KEY-I8)', () => {
    const self = { ...staff, borrower: { ...staff.borrower, personId: 'p-lin' } }
    expect(lackOf(self, desk)).toBe('self')
    expect(lackOf(self, { ...desk, me: { id: 'p-lin', mayLendToSelf: true } })).toBeNull()
  })

  it('names the department of who has no login, and a builder’s work order', () => {
    const unknown = { ...staff.borrower, personId: null }
    expect(lackOf({ ...staff, borrower: unknown }, desk)).toBe('department')
    const builder = { ...unknown, kind: 'contractor' as const }
    expect(lackOf({ ...staff, borrower: builder }, desk)).toBe('phone')
    expect(lackOf({ ...staff, borrower: builder, phone: '139' }, desk)).toBe('workOrder')
  })
})

describe('a loan to a tenant (KEY-I5)', () => {
  it('needs all four proofs', () => {
    expect(lackOf(tenant, desk)).toBeNull()
    const without = (proofs: Partial<Proofs>) =>
      lackOf({ ...tenant, proofs: { ...all, ...proofs } }, desk)
    expect(without({ mandate: null })).toBe('mandate')
    expect(without({ idKept: null })).toBe('idKept')
    expect(lackOf({ ...tenant, last4: '11' }, desk)).toBe('last4')
  })

  it('is none while the owner has not said yes (acceptance 2)', () => {
    for (const answer of ['no', 'no_answer'] as const) {
      const call = { calledAt: '', number: '', answer }
      expect(lackOf({ ...tenant, proofs: { ...all, call } }, desk)).toBe('call')
    }
  })

  it('is none without the one number that the register has', () => {
    expect(lackOf(tenant, { ...desk, sets: [keySet()] })).toBe('number')
    expect(registeredNumber([owned, keySet({ ownerPhone: '137' })])).toBeNull()
  })

  it('can be asked for before the proofs are there', () => {
    expect(askingLack({ ...tenant, proofs: NO_PROOFS, strokes: [] }, desk)).toBeNull()
  })
})

describe('until when', () => {
  const at = (now: string) =>
    dueChoices(new Date(now), 'Asia/Shanghai', 3).map(({ id, at }) => `${id} ${at.slice(5, 13)}`)

  it('is this day’s end, the next, or the last that needs nobody’s consent', () => {
    expect(at('2026-11-23T02:00:00Z')).toEqual([
      ...['today 11-23T10', 'tomorrow 11-24T10', 'days 11-25T10'],
    ])
    expect(at('2026-11-23T11:00:00Z')).toEqual([
      ...['tonight 11-23T14', 'tomorrow 11-24T10', 'days 11-26T10'],
    ])
  })

  it('is no choice that is over in less than half an hour, and none twice', () => {
    expect(at('2026-11-23T09:30:00Z')[0]).toBe('today 11-23T10')
    expect(at('2026-11-23T09:31:00Z')[0]).toBe('tonight 11-23T14')
    expect(at('2026-11-23T13:30:00Z')[0]).toBe('tonight 11-23T14')
    expect(at('2026-11-23T13:31:00Z')[0]).toBe('tomorrow 11-24T10')
    const oneDay = dueChoices(new Date('2026-11-23T11:00:00Z'), 'Asia/Shanghai', 1)
    expect(oneDay.map(({ id }) => id)).toEqual(['tonight', 'tomorrow'])
    const today = dueChoices(new Date('2026-11-23T02:00:00Z'), 'Asia/Shanghai', 1)
    expect(today.map(({ id }) => id)).toEqual(['today', 'tomorrow'])
    expect(today[0]?.at).toBe('2026-11-23T10:00:00.000Z')
  })
})

describe('what a loan lacks, one thing after the other', () => {
  it('is asked in the order of the form', () => {
    const empty = { ...staff.borrower, personId: null, name: ' ' }
    expect(lackOf({ ...staff, borrower: empty, reason: null }, desk)).toBe('borrower')
    const unknown = { ...staff.borrower, personId: null, department: ' ' }
    expect(lackOf({ ...staff, borrower: unknown }, desk)).toBe('department')
    const known = { ...unknown, department: '工程部' }
    expect(lackOf({ ...staff, borrower: known }, desk)).toBeNull()
    expect(lackOf({ ...tenant, phone: ' ' }, desk)).toBe('phone')
    const builder = { ...unknown, kind: 'contractor' as const, workOrder: ' ' }
    expect(lackOf({ ...staff, borrower: builder, phone: '139' }, desk)).toBe('workOrder')
    const ordered = { ...builder, workOrder: 'WX-1' }
    expect(lackOf({ ...staff, borrower: ordered, phone: '139' }, desk)).toBeNull()
    const owner = { ...staff.borrower, kind: 'owner' as const, personId: null }
    expect(lackOf({ ...staff, borrower: owner, phone: '139' }, desk)).toBeNull()
    expect(lackOf({ ...staff, dueAt: null }, desk)).toBe('due')
    expect(askingLack({ ...staff, reason: null }, desk)).toBe('reason')
    expect(askingLack({ ...staff, borrower: empty }, desk)).toBe('borrower')
  })

  it('is each of the proofs, whole', () => {
    const given = (proofs: Partial<Proofs>, last4 = '118X') =>
      proofLack({ proofs: { ...all, ...proofs }, last4 }, [owned])
    expect(given({})).toBeNull()
    expect(given({ mandate: { signedOn: '', photos: [photo] } })).toBe('mandate')
    expect(given({ mandate: { signedOn: '2026-11-20', photos: [] } })).toBe('mandate')
    expect(given({ call: null })).toBe('call')
    expect(given({ idKept: { kind: 'id_card', slot: ' ' } })).toBe('idKept')
    for (const last4 of ['', '123', '12345', '12 4', '１２３４'])
      expect(given({}, last4), last4).toBe('last4')
    expect(proofLack({ proofs: all, last4: '118X' }, [])).toBe('number')
    expect(registeredNumber([owned, owned])).toBe('13800000000')
  })
})

describe('what is written down', () => {
  it('is four signs of an ID for who leaves one, and of nobody else', () => {
    expect(privateOf({ ...tenant, phone: ' 139 ' })).toEqual({
      ...{ phone: '139', idLast4: '118X', strokes: SIGNED },
    })
    expect(privateOf({ ...staff, last4: '118X' }).idLast4).toBe('')
  })

  it('is a mandate as soon as there is a photo of it', () => {
    expect(withMandate(NO_PROOFS, '2026-11-20', [photo])).toEqual({
      ...NO_PROOFS,
      mandate: { signedOn: '2026-11-20', photos: [photo] },
    })
    expect(withMandate(all, '2026-11-20', []).mandate).toBeNull()
    expect(NO_PROOFS).toEqual({ mandate: null, call: null, idKept: null })
  })

  it('is the reason for which such a colleague usually comes', () => {
    expect([usualReason('steward'), usualReason('engineer')]).toEqual(['vacant_care', 'repair'])
  })
})
