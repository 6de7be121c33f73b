import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/renovation_transitions.json'

import {
  mayDo,
  mayDoNotice,
  mayDoPass,
  mayDoRequest,
  TRANSITIONS,
  waitsFor,
  type Doer,
} from '@/domains/renovation/machine'
import {
  CASHIER,
  GUARD,
  INSPECTOR,
  LIN,
  notice,
  pass,
  request,
  SHEN,
  site,
  TODAY,
  WU,
} from '@/domains/renovation/testing/make'
import { STATES } from '@/domains/renovation/types'

const FILED = { id: 'p-1', name: '', at: '' }
const told = examples as { event: string; from: string | null; who: string[] }[]
const may = (more: Parameters<typeof site>[0], who: Doer) => mayDo(site(more), who, TODAY)

describe('the machine (`renovation.md` 4)', () => {
  const moves = Object.entries(TRANSITIONS).filter(([act]) =>
    told.some(({ event }) => event === act),
  )

  it.each(moves)('offers %s only from where and to whom the server lets it happen', (act, own) => {
    for (const state of own.from) {
      const there = told.filter(({ event, from }) => event === act && from === state)
      expect(there, `${act} from ${state}`).not.toEqual([])
      const allowed = new Set(there.flatMap(({ who }) => who))
      for (const role of own.who) expect(allowed, `${act} from ${state} by ${role}`).toContain(role)
    }
  })

  it('says of every state who is waited for', () => {
    const waited = STATES.map((state) => waitsFor(site({ state }), TODAY.day))
    expect(waited).toHaveLength(STATES.length)
    expect(waitsFor(site({ state: 'closed', filed: FILED }), TODAY.day)).toBe('nobody')
    const over = site({ state: 'observation', recheckOn: TODAY.day })
    expect(waitsFor(over, TODAY.day)).toBe('acceptance')
  })
})

describe('what comes next', () => {
  it('is giving back what is missing, or forwarding, never both (acceptance 1)', () => {
    const missing = [{ code: 'doc_plan', why: 'absent', parties: [], workers: [] }] as const
    const lacking = may(
      { state: 'submitted', missing: [{ ...missing[0], parties: [], workers: [] }] },
      LIN,
    )
    expect(lacking).toContain('incomplete')
    expect(lacking).not.toContain('forward')
    expect(may({ state: 'submitted' }, LIN)).toContain('forward')
  })

  it('is the decision of the engineers alone', () => {
    expect(may({ state: 'in_review' }, WU)).toEqual(['approve', 'return'])
    expect(may({ state: 'in_review' }, SHEN)).not.toContain('approve')
  })

  it('is paying only for the cashier, later only for who came since', () => {
    expect(may({ state: 'approved' }, CASHIER)).toEqual(['pay'])
    expect(may({ state: 'approved' }, LIN)).not.toContain('pay')
    const paid = { line: 'pass_cost', direction: 'in', quantity: 2, amount: 2000 } as const
    const receipt = { ...paid, receiptNo: 'S1', paidAt: '', payer: '', byName: '' }
    expect(may({ paid: [receipt] }, CASHIER)).toEqual([])
    expect(may({ paid: [{ ...receipt, quantity: 1 }] }, CASHIER)).toEqual(['pay'])
  })

  it('is the joint check before the passes, the passes before the permit (REN-R10)', () => {
    const first = (more: Parameters<typeof site>[0]) =>
      may({ state: 'paid', passes: [], ...more }, LIN)[0]
    expect(first({})).toBe('joint_check')
    const jointCheck = { at: '', byName: '', waterTest: 'done', abnormal: [] } as const
    const checked = { jointCheck: { ...jointCheck, abnormal: [] } }
    expect(first(checked)).toBe('pass')
    const passes = [pass('p-1'), pass('p-2', { workerId: 'w-2' })]
    expect(may({ state: 'paid', ...checked, passes }, LIN)[0]).toBe('permit')
  })

  it('is no extension once the permit is over, and a recheck only when its day has come (REN-R13)', () => {
    expect(may({ permitUntil: '2026-11-22' }, LIN)).not.toContain('extension')
    const seen = { state: 'observation', recheckOn: '2026-11-24' } as const
    expect(may(seen, WU)).toEqual([])
    expect(may({ ...seen, recheckOn: '2026-11-23' }, WU)).toEqual(['recheck'])
    expect(may({ ...seen, recheckOn: '2026-11-23' }, CASHIER)).toEqual([])
  })

  it('is filing for who keeps the archive, once', () => {
    const archivist = { ...LIN, files: true }
    expect(may({ state: 'closed' }, archivist)).toEqual(['file'])
    expect(may({ state: 'closed', filed: FILED }, archivist)).toEqual([])
    expect(may({ state: 'closed' }, LIN)).toEqual([])
  })
})

describe('what belongs to a case', () => {
  it('is escalated only when it is overdue or was refused (REN-R03)', () => {
    expect(mayDoNotice(notice(), SHEN, TODAY)).toEqual(['notice_verify', 'notice_fixed'])
    const late = { ...TODAY, day: '2026-11-26' }
    expect(mayDoNotice(notice(), SHEN, late)).toContain('notice_escalate')
    expect(mayDoNotice(notice({ refusedToSign: true }), SHEN, TODAY)).toContain('notice_escalate')
    expect(mayDoNotice(notice(), LIN, late)).not.toContain('notice_escalate')
    expect(mayDoNotice(notice({ state: 'verified' }), SHEN, TODAY)).toEqual([])
  })

  it('is decided by whom each kind of request belongs to', () => {
    const decided = (kind: 'plan_change' | 'overnight' | 'hot_work') =>
      [SHEN, WU, INSPECTOR].filter(
        (who) => mayDoRequest(request({ kind, state: 'requested' }), who).length > 0,
      )
    expect(decided('plan_change')).toEqual([INSPECTOR])
    expect(decided('overnight')).toEqual([SHEN])
    expect(decided('hot_work')).toEqual([WU])
    expect(mayDoRequest(request({ kind: 'tools' }), GUARD)).toEqual(['release'])
  })

  it('is a pass that the guard takes back, and only the centre revokes', () => {
    expect(mayDoPass(pass('p-1'), GUARD)).toEqual(['pass_return'])
    expect(mayDoPass(pass('p-1'), LIN)).toContain('pass_revoke')
    expect(mayDoPass(pass('p-1', { state: 'revoked' }), LIN)).toEqual(['pass_return', 'pass_lost'])
    expect(mayDoPass(pass('p-1', { state: 'lost' }), LIN)).toEqual(['pass_return'])
    expect(mayDoPass(pass('p-1', { state: 'returned' }), LIN)).toEqual([])
  })
})
