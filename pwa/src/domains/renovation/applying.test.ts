import { describe, expect, it } from 'vitest'

import {
  apartOf,
  applicationDraft,
  applicationLack,
  applicationOf,
  emptyWorker,
  workerLack,
} from '@/domains/renovation/applying'
import { photo, site } from '@/domains/renovation/testing/make'

const fresh = { workerId: 'w-1', from: '2026-12-01', until: '2027-01-31' }
const filled = {
  ...applicationDraft(undefined, fresh),
  ...{ unitId: 'u-1', unitName: '3 栋 1501', scope: ' 全屋 ' },
  applicant: { kind: 'owner' as const, name: '陈一鸣 ' },
  contractor: { name: '匠心装饰', licenceNo: '' },
  workers: [{ ...emptyWorker('w-1'), name: '何师傅', last4: '123X' }],
}

describe('an application at the desk', () => {
  it('names one in charge from the start: its first worker', () => {
    const { personInCharge, workers } = applicationDraft(undefined, fresh)
    expect([personInCharge, workers.map(({ workerId }) => workerId)]).toEqual(['w-1', ['w-1']])
  })

  it('asks for one thing after the other', () => {
    const lack = (more: object) => applicationLack({ ...filled, ...more })
    expect(lack({})).toBeNull()
    expect(lack({ unitId: '' })).toBe('unit')
    expect(lack({ applicant: { kind: 'owner', name: ' ' } })).toBe('applicant')
    expect(lack({ contractor: { name: '', licenceNo: '' } })).toBe('contractor')
    expect(lack({ scope: '' })).toBe('scope')
    expect(lack({ plannedUntil: '2026-11-30' })).toBe('untilBeforeStart')
    expect(lack({ workers: [emptyWorker('w-1')] })).toBe('workerName')
    expect(lack({ workers: [{ ...filled.workers[0]!, last4: '12' }] })).toBe('last4')
  })

  it('sends no end of an ID with the rest, and no telephone number', () => {
    const called = { ...filled, ownerPhone: ' 13800000000 ' }
    const sent = JSON.stringify(applicationOf(called))
    expect(sent).not.toContain('123X')
    expect(sent).not.toContain('13800000000')
    expect(applicationOf(called)).toMatchObject({ applicant: { name: '陈一鸣' }, scope: '全屋' })
    expect(apartOf(called)).toEqual({
      ...{ phones: { owner: '13800000000', contractor: '' }, ids: { 'w-1': '123X' } },
    })
    expect(apartOf({ ...filled, workers: [] })).toBeNull()
  })

  it('is amended as it was sent', () => {
    const { unitName, workers } = applicationDraft(site(), fresh)
    expect([unitName, workers.length]).toEqual(['3 栋 1501', 2])
  })
})

it('asks of one more worker for an ID shown and two photos (REN-R12)', () => {
  const shown = { ...emptyWorker('w-3'), name: '刘', idShown: true }
  expect(workerLack(shown, 2)).toBe('workerPhotos')
  expect(workerLack({ ...shown, photos: [photo('a'), photo('b')] }, 2)).toBeNull()
  expect(workerLack({ ...shown, idShown: false, photos: [photo('a'), photo('b')] }, 2)).toBe(
    'workerPhotos',
  )
})
