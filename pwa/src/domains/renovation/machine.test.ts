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

const ROLES = [...new Set(told.flatMap(({ who }) => who))]
const as = (role: string): Doer => ({ ...LIN, role })
/** The server tells by the outcome what is one act on the phone. */
const OUTCOMES: Partial<Record<string, readonly string[]>> = {
  accept: ['accept_passed', 'accept_failed'],
  reinspect: ['reinspect_passed', 'reinspect_failed'],
  recheck: ['recheck_clean', 'recheck_not_clean'],
}
/** A visit and a night check are facts: the server takes them in from whomever. */
const FACTS = ['visit', 'night_check']
const toldOf = (act: string) => told.filter(({ event }) => (OUTCOMES[act] ?? [act]).includes(event))
const whoOf = (act: string) => new Set(toldOf(act).flatMap(({ who }) => who))

describe('the machine (`renovation.md` 4)', () => {
  const moves = Object.entries(TRANSITIONS).filter(([act]) => !FACTS.includes(act))

  it.each(moves)('lets %s happen from where and by whom the server does', (act, own) => {
    expect(new Set(own.from)).toEqual(new Set(toldOf(act).map(({ from }) => from)))
    expect(new Set(own.who)).toEqual(whoOf(act))
  })

  it('lets a site be seen while it runs, and checked at night while work goes on', () => {
    const seen = STATES.filter((state) => may({ state }, GUARD).includes('visit'))
    expect(seen).toEqual(['in_progress', 'rectifying'])
    const checked = STATES.filter((state) => may({ state }, GUARD).includes('night_check'))
    expect(checked).toEqual(['in_progress'])
    expect(may({}, CASHIER)).not.toContain('visit')
  })

  it('says of every state who is waited for', () => {
    const waited = STATES.map((state) => [state, waitsFor(site({ state }), TODAY.day)])
    expect(Object.fromEntries(waited)).toEqual({
      ...{ draft: 'centre', submitted: 'centre', incomplete: 'centre', in_review: 'engineer' },
      ...{ returned: 'centre', approved: 'finance', paid: 'centre', permitted: 'gate' },
      ...{ in_progress: 'site', completion_reported: 'acceptance', rectifying: 'engineer' },
      ...{ observation: 'time', recheck_due: 'acceptance', refund_due: 'finance' },
      ...{ closed: 'archive', cancelled: 'nobody' },
    })
    expect(waitsFor(site({ state: 'closed', filed: FILED }), TODAY.day)).toBe('nobody')
    expect(waitsFor(site({ state: 'refund_due', filed: FILED }), TODAY.day)).toBe('finance')
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
    expect(may({ state: 'submitted' }, LIN)).not.toContain('incomplete')
  })

  it('is the decision of the engineers alone', () => {
    expect(may({ state: 'in_review' }, WU)).toEqual(['approve', 'return'])
    expect(may({ state: 'in_review' }, SHEN)).not.toContain('approve')
  })

  it('is paying only for the cashier, later only for who came since', () => {
    expect(may({ state: 'approved' }, CASHIER)).toEqual(['pay'])
    expect(may({ state: 'approved' }, LIN)).not.toContain('pay')
    expect(may({ state: 'approved', workers: [] }, CASHIER)).toEqual(['pay'])
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

  it('is a pass for who came later, without a second joint check', () => {
    expect(may({}, LIN)).not.toContain('pass')
    expect(may({ passes: [pass('p-1')] }, LIN)).toContain('pass')
    expect(may({ state: 'paid', passes: [pass('p-1')] }, LIN)).not.toContain('pass')
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
    const fixed = notice({ state: 'reported_fixed', refusedToSign: true })
    expect(mayDoNotice(fixed, SHEN, late)).toEqual(['notice_verify'])
    const escalated = notice({ state: 'escalated' })
    expect(mayDoNotice(escalated, SHEN, late)).toEqual(['notice_verify', 'notice_fixed'])
  })

  it.each(['notice_verify', 'notice_fixed', 'notice_escalate'] as const)(
    'is %s by whom the server lets do it',
    (act) => {
      const late = { ...TODAY, day: '2026-11-26' }
      const roles = ROLES.filter((role) => mayDoNotice(notice(), as(role), late).includes(act))
      expect(new Set(roles)).toEqual(whoOf(act))
    },
  )

  it('is decided by whom each kind of request belongs to', () => {
    const decided = (kind: 'plan_change' | 'overnight' | 'hot_work') =>
      [SHEN, WU, INSPECTOR].filter(
        (who) => mayDoRequest(request({ kind, state: 'requested' }), who).length > 0,
      )
    expect(decided('plan_change')).toEqual([INSPECTOR])
    expect(decided('overnight')).toEqual([SHEN])
    expect(decided('hot_work')).toEqual([WU])
    expect(mayDoRequest(request({ kind: 'tools' }), GUARD)).toEqual(['release'])
    expect(mayDoRequest(request({ kind: 'tools', state: 'requested' }), GUARD)).toEqual([])
    expect(mayDoRequest(request({ kind: 'overnight' }), GUARD)).toEqual([])
    expect(mayDoRequest(request({ kind: 'overnight' }), SHEN)).toEqual([])
  })

  it.each(['plan_change', 'extension', 'overnight', 'hot_work'] as const)(
    'is, of %s, decided by whom the server lets decide',
    (kind) => {
      const asked = request({ kind, state: 'requested' })
      const roles = ROLES.filter((role) => mayDoRequest(asked, as(role)).includes('decide'))
      expect(new Set(roles)).toEqual(whoOf(`decide_${kind}`))
    },
  )

  it('is, of tools, let out by whom the server lets do it', () => {
    const roles = ROLES.filter((role) => mayDoRequest(request({ kind: 'tools' }), as(role)).length)
    expect(new Set(roles)).toEqual(whoOf('release'))
  })

  it.each(['pass_return', 'pass_lost', 'pass_revoke'] as const)(
    'is, of a pass, %s by whom the server lets do it',
    (act) => {
      const roles = ROLES.filter((role) => mayDoPass(pass('p-1'), as(role)).includes(act))
      expect(new Set(roles)).toEqual(whoOf(act))
    },
  )

  it('is a pass that the guard takes back, and only the centre revokes', () => {
    expect(mayDoPass(pass('p-1'), GUARD)).toEqual(['pass_return'])
    expect(mayDoPass(pass('p-1'), LIN)).toContain('pass_revoke')
    expect(mayDoPass(pass('p-1', { state: 'revoked' }), LIN)).toEqual(['pass_return', 'pass_lost'])
    expect(mayDoPass(pass('p-1', { state: 'lost' }), LIN)).toEqual(['pass_return'])
    expect(mayDoPass(pass('p-1', { state: 'returned' }), LIN)).toEqual([])
  })
})
