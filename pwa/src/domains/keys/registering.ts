/** What a set needs to come into custody, and what its owner signs (`keys.md` 1 to 3). Pure. */
import { isSigned } from '@/ground/signatures/strokes'
import type { Said } from './said'
import type { CustodyKind, KeyItem, KeyPhoto, KeySet, Mandate, Strokes } from './types'

export const CUSTODY_KINDS = [
  ...(['developer_held', 'owner_entrusted', 'repair_retained', 'common_area'] as const),
]

export interface MandateDraft {
  reason: string
  requirements: string
  /** '' for as long as the owner likes. */
  until: string
  /** When the owner was told that the office answers for nothing in the home; null until then. */
  disclaimerAt: string | null
  signedAt: string
  strokes: Strokes
}

export interface RegisterDraft {
  kind: CustodyKind | null
  unit: { id: string; name: string } | null
  /** Of a common area. */
  room: string
  ownerName: string
  phone: string
  items: KeyItem[]
  photos: KeyPhoto[]
  keyNo: string
  slot: string
  ring: string
  basis: string
  receivedOn: string
  until: string
  replaces: string | null
  mandate: MandateDraft
}

export type MandateLack = 'custodyReason' | 'requirements' | 'disclaimer' | 'ownerSignature'
export type RegisterLack = MandateLack | 'kind' | 'unit' | 'room' | 'owner' | 'items' | 'keyNo'

export const NO_MANDATE: MandateDraft = {
  ...{ reason: '', requirements: '', until: '', disclaimerAt: null, signedAt: '', strokes: [] },
}

/** Say whether keys of this kind have an owner who is named with them. */
export function hasOwner(kind: CustodyKind | null): boolean {
  return kind === 'owner_entrusted' || kind === 'repair_retained'
}

/** Answer the first thing that is missing to register a set, or null. */
export function registerLack(draft: RegisterDraft): RegisterLack | null {
  const { kind, unit, room, ownerName, items, keyNo } = draft
  if (kind === null) return 'kind'
  if (kind === 'common_area' ? !room.trim() : unit === null)
    return kind === 'common_area' ? 'room' : 'unit'
  if (hasOwner(kind) && !ownerName.trim()) return 'owner'
  if (keyCount(items) === 0) return 'items'
  if (!keyNo.trim()) return 'keyNo'
  return kind === 'owner_entrusted' ? mandateLack(draft.mandate) : null
}

/** Answer the first thing that a mandate lacks, or null: told first, signed after (KEY-I9). */
export function mandateLack(draft: MandateDraft): MandateLack | null {
  if (draft.reason.trim().length < 2) return 'custodyReason'
  if (draft.requirements.trim().length < 2) return 'requirements'
  if (draft.disclaimerAt === null) return 'disclaimer'
  return isSigned(draft.strokes) ? null : 'ownerSignature'
}

/** Answer the mandate once the owner was told at `at`, or no longer: what was signed before goes with the tick. */
export function toldAt(draft: MandateDraft, at: string | null): MandateDraft {
  return { ...draft, disclaimerAt: at, signedAt: '', strokes: [] }
}

/** Answer how many keys hang on it. */
export function keyCount(items: readonly KeyItem[]): number {
  return items.reduce((sum, { count }) => sum + count, 0)
}

/** Answer what the mandate says; `id` and the estate's `day` are given. */
export function mandateOf(draft: MandateDraft, id: string, day: string): Mandate {
  return {
    mandateId: id,
    date: day,
    reason: draft.reason.trim(),
    collectionRequirements: draft.requirements.trim(),
    custodyUntil: draft.until || null,
    disclaimerAt: draft.disclaimerAt ?? '',
    signedAt: draft.signedAt,
  }
}

/** Answer what registering says; `mandateId` names the mandate of an entrusted set. */
export function registerOf(draft: RegisterDraft, mandateId: string, day: string): Said['register'] {
  const entrusted = draft.kind === 'owner_entrusted'
  const owned = hasOwner(draft.kind)
  return {
    keyNo: draft.keyNo.trim(),
    custodyKind: draft.kind ?? 'developer_held',
    unitId: draft.kind === 'common_area' ? null : (draft.unit?.id ?? null),
    placeName: draft.kind === 'common_area' ? draft.room.trim() : '',
    items: draft.items.filter(({ count }) => count > 0),
    ...{ cabinetSlot: draft.slot.trim(), ring: draft.ring.trim(), basis: draft.basis.trim() },
    ownerName: owned ? draft.ownerName.trim() : '',
    receivedOn: draft.receivedOn,
    custodyUntil: entrusted ? null : draft.until || null,
    ...{ photos: draft.photos, replaces: draft.replaces },
    mandate: entrusted ? mandateOf(draft.mandate, mandateId, day) : null,
    private: {
      ...{ phone: owned ? draft.phone.trim() : '', idLast4: '' },
      strokes: entrusted ? draft.mandate.strokes : null,
    },
  }
}

const NUMBER = /^(.*?)(\d+)$/

/** Answer the number after the highest one in use: K-0422 makes K-0423. */
export function nextNumber(used: readonly string[]): string {
  const numbers = used.flatMap((keyNo) => {
    const [, name = '', digits = ''] = NUMBER.exec(keyNo) ?? []
    return digits ? [{ name, digits }] : []
  })
  const last = numbers.reduce((most, one) => (+one.digits > +most.digits ? one : most), {
    ...{ name: 'K-', digits: '0000' },
  })
  return last.name + String(+last.digits + 1).padStart(last.digits.length, '0')
}

/** Answer the form that begins with what another set says, whose keys or lock were changed. */
export function insteadOf(set: KeySet): Partial<RegisterDraft> {
  return {
    ...{ kind: set.custodyKind, ownerName: set.ownerName, phone: set.ownerPhone },
    unit: set.unitId ? { id: set.unitId, name: set.placeName } : null,
    room: set.unitId ? '' : set.placeName,
    ...{ items: set.items, slot: set.cabinetSlot, replaces: set.id },
  }
}
