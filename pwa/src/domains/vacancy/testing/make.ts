/** Vacant units, keys and sheets for tests, whole by default. */
import type { CheckDraft, UnitKeys, VacantUnit } from '@/domains/vacancy/types'
import type { UnitCase } from '@/domains/vacancy/walk'
import { freshAnswer } from '@/ground/checklists/rules'
import type { ChecklistItem, Result, Template } from '@/ground/checklists/types'

export const ME = 'p-anna'
export const AT = '2026-11-23T02:00:00.000Z'

export function vacantUnit(more: Partial<VacantUnit> = {}): VacantUnit {
  return {
    ...{ id: 'u-801', estate: 'e-1', buildingId: 'b-5', building: '5 栋', buildingOrder: 5 },
    ...{ stairwellId: 's-1', stairwell: '1 单元', stairwellOrder: 1, floor: 8, number: '801' },
    ...{ area: 11_200, status: 'vacant_unsold', since: '2026-01-05', inRegime: true, card: null },
    ...{ riskBand: null, valves: null, openValves: [], waterReading: null, waterReadAt: null },
    ...{ lastCheck: null, checkedOn: [], care: {}, dryingSince: null, cleaningToldOn: null },
    ...more,
  }
}

export function unitKeys(more: Partial<UnitKeys> = {}): UnitKeys {
  return {
    ...{ setId: 'k-1', unitId: 'u-801', keyNo: 'K-0421', slot: 'C-04', quantity: 4 },
    ...{ state: 'in_cabinet', loanId: null, holderId: null, holderName: '' },
    ...more,
  }
}

/** Answer keys that somebody has. */
export const lentTo = (holderId: string, more: Partial<UnitKeys> = {}) =>
  unitKeys({ state: 'on_loan', loanId: 'l-1', holderId, holderName: '周启明', ...more })

export function unitCase(unit: Partial<VacantUnit> = {}, more: Partial<UnitCase> = {}): UnitCase {
  return {
    ...{ unit: vacantUnit(unit), turn: 'due', keys: [], draftId: null, waits: false },
    openFindings: 0,
    ...more,
  }
}

const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' }

export const item = (id: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...{ id, words, normal: words, choices: [], record: [], dept: 'engineering', flags: [] },
  urgent: false,
  ...more,
})

export const LIST: Template = {
  ...{ id: 't-1', estate: 'e-1', type: 'vacant_unit', version: 1, hash: 'h' },
  items: ['VU-01', 'VU-04', 'VU-05', 'VU-16'].map((id) => item(id)),
}
export const RUNNING_CARD = item('MT-03', {
  ...{ choices: [{ code: 'still_turning', words }], steps: ['valve_closed', 'notice_posted'] },
})

export const given = (result: Result, findingId: string | null = null) => ({
  ...freshAnswer(result, { at: new Date(AT), ms: 900 }),
  findingId,
})

/** Answer a sheet on which nothing is missing. */
export function checkDraft(more: Partial<CheckDraft> = {}): CheckDraft {
  const photo = { sha256: 'a'.repeat(64), takenAt: AT, item: null, live: true, moment: 'before' }
  return {
    ...{ id: 'c-1', estate: 'e-1', by: ME, unitId: 'u-801', loanId: 'l-1', enteredAt: AT },
    scan: { method: 'camera', code: 'ABCDABCDABCD', reason: null },
    checklist: { type: 'vacant_unit', version: 1, hash: 'h' },
    meters: { type: 'meters', version: 1, hash: 'm' },
    asked: LIST.items.map(({ id }) => id),
    answers: Object.fromEntries(LIST.items.map(({ id }) => [id, given('normal')])),
    photos: [photo as CheckDraft['photos'][number]],
    ...{ observation: '', reading: '128.4', unreadable: false, aired: '20' },
    ...{ valves: { water: 'shut', power: 'shut', gas: 'absent' }, openValves: {} },
    windowsClosed: true,
    ...more,
  }
}
