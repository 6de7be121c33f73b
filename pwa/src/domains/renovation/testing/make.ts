/** Renovations for tests, whole by default: a site in its eleventh day. */
import type { Doer } from '@/domains/renovation/machine'
import type { Act, OwnAct, Said } from '@/domains/renovation/said'
import type { Today } from '@/domains/renovation/standing'
import type {
  Notice,
  Pass,
  Photo,
  Renovation,
  RenovationSettings,
  Worker,
  WorkRequest,
} from '@/domains/renovation/types'

export const TODAY: Today = {
  ...{ now: new Date('2026-11-23T02:00:00Z'), day: '2026-11-23', zone: 'Asia/Shanghai' },
}
export const SETTINGS: RenovationSettings = {
  max_duration_months: 3,
  overnight_max: 2,
  photos_per_worker: 2,
  rectify_suggest_days: 3,
  site_visits_per_day: 1,
  extension_max_months: 1,
  tax_registration_waived: false,
  central_heating: false,
  renovation_prices: [],
}

const doer = (role: string, name: string): Doer => ({ id: `p-${role}`, name, role, files: false })
export const LIN = doer('steward', '林晓岚')
export const SHEN = doer('supervisor', '沈若水')
export const WU = doer('engineer', '吴建国')
export const GUARD = doer('guard', '赵铁生')
export const CASHIER = doer('finance', '钱慧')
export const INSPECTOR = doer('renovation_inspector', '顾明')

export const photo = (sha256: string): Photo => ({
  sha256,
  takenAt: '2026-11-23T02:00:00Z',
  live: true,
})

export function worker(workerId: string, more: Partial<Worker> = {}): Worker {
  const photos = [photo(`${workerId}-1`), photo(`${workerId}-2`)]
  return { workerId, name: `工人 ${workerId}`, idShown: true, photos, trade: '', ...more }
}

export function pass(passId: string, more: Partial<Pass> = {}): Pass {
  return {
    ...{ passId, serial: `CR-${passId}`, workerId: 'w-1', name: '何师傅', photo: null },
    ...{ state: 'issued', issuedAt: '2026-11-13T02:00:00Z', note: '' },
    ...more,
  }
}

export function notice(more: Partial<Notice> = {}): Notice {
  return {
    ...{ noticeId: 'n-1', serial: 'ZG-2026-000001', items: ['RN-05'], description: '地漏倒水泥' },
    ...{ photos: [], grade: 'general', state: 'issued', dueOn: '2026-11-25', witness: '' },
    ...{ servedTo: { as: 'person_in_charge', name: '何师傅' }, refusedToSign: false },
    ...{ issuedAt: '2026-11-22T02:00:00Z', byName: LIN.name, fixedAt: null, verifiedAt: null },
    ...{ escalatedTo: null, rounds: [] },
    ...more,
  }
}

export function request(more: Partial<WorkRequest> = {}): WorkRequest {
  return {
    ...{ requestId: 'r-1', kind: 'overnight', state: 'approved', serial: null, note: '' },
    ...{ askedAt: '2026-11-22T02:00:00Z', byName: LIN.name, decidedAt: null, decidedBy: null },
    said: {},
    ...more,
  }
}

/** Answer a stay of so many persons over these nights. */
export function stay(
  persons: number,
  fromOn: string,
  untilOn: string,
  more: Partial<WorkRequest> = {},
) {
  const who = Array.from({ length: persons }, (_, i) => ({ name: `${i}`, passId: `${i}` }))
  return request({ said: { persons: who, fromOn, untilOn }, ...more })
}

export function site(more: Partial<Renovation> = {}): Renovation {
  return {
    ...{ id: 'c-1', estate: 'e-1', serial: 'ZX-2026-000001', state: 'in_progress', unitId: 'u-1' },
    ...{ unitName: '3 栋 1501', building: '3 栋', floor: 15, scope: '全屋' },
    applicant: { kind: 'owner', name: '陈一鸣' },
    contractor: { name: '匠心装饰', licenceNo: '' },
    ...{ personInCharge: 'w-1', plannedFrom: '2026-11-13', plannedUntil: '2027-02-10' },
    ...{ heating: false, hotWork: false, workers: [worker('w-1'), worker('w-2')], papers: [] },
    ...{ signed: [], missing: [], agent: '', submittedAt: null, reviewDue: null, opinion: '' },
    ...{ paid: [], depositHeld: 200_000, jointCheck: null },
    ...{ permitFrom: '2026-11-13', permitUntil: '2027-02-10', startedAt: '2026-11-13T01:00:00Z' },
    passes: [pass('p-1'), pass('p-2', { workerId: 'w-2' })],
    ...{ notices: [], requests: [], acceptedOn: null, recheckOn: null, refundDueOn: null },
    ...{
      closedAt: null,
      filed: null,
      cancelledReason: '',
      lastVisitedOn: '2026-11-22',
      acts: [],
    },
    ...more,
  }
}

/** Answer an act of one's own that waits to be sent. */
export function own<K extends Act>(act: K, said: Said[K]): OwnAct {
  return { id: `a-${act}`, act, about: 'c-1', at: TODAY.now.toISOString(), said, waits: true }
}
