import { expect, it } from 'vitest'

import { notice, pass, site, TODAY } from '@/domains/renovation/testing/make'
import { noticesIn } from '@/domains/renovation/noticeList'
import { subjectOf, timelineOf } from '@/domains/renovation/timeline'
import type { NightLook, Renovation, Step } from '@/domains/renovation/types'
import type { SiteVisit } from '@/domains/renovation/visit/types'

const step = (act: string, at: string) => ({ id: act, act, at, remarks: [] }) as unknown as Step
const visit = (at: string) => ({ id: at, at }) as SiteVisit

it('tells steps and visits newest first, a visit once', () => {
  const acts = [
    step('start', '2026-11-13'),
    step('visit', '2026-11-14'),
    step('notice', '2026-11-16'),
  ]
  const events = timelineOf({
    one: site({ acts }),
    visits: [visit('2026-11-15'), visit('2026-11-14')],
  })
  expect(events.map(({ step: one, visit: seen }) => one?.act ?? seen?.at)).toEqual([
    ...['notice', '2026-11-15', '2026-11-14', 'start'],
  ])
})

it('tells looks at night as themselves, once', () => {
  const look = (id: string, at: string) => ({ id, at }) as NightLook
  const one = site({
    acts: [step('start', '2026-11-13'), step('night_check', '2026-11-15')],
    nights: [look('n-1', '2026-11-14'), look('n-2', '2026-11-15')],
  })
  const told = timelineOf({ one, visits: [] }).map(({ night, step: act }) => night?.id ?? act?.act)
  expect(told).toEqual(['n-2', 'n-1', 'start'])
  expect(timelineOf({ one: site({ acts: [] }), visits: [] })).toEqual([])
})

it('lists notices of all sites, the overdue first, the verified last', () => {
  const notices = [
    notice({ noticeId: 'new' }),
    notice({ noticeId: 'done', state: 'verified' }),
    notice({ noticeId: 'late', dueOn: '2026-11-20' }),
    notice({ noticeId: 'told', state: 'reported_fixed' }),
  ]
  const rows = noticesIn([{ one: site({ notices }) }], TODAY)
  expect(rows.map((row) => row.notice.noticeId)).toEqual(['late', 'told', 'new', 'done'])
})

it('tells what was signed, brought or issued', () => {
  const one = site({
    signed: [{ form: 'agreement', party: 'owner', name: '许文彬', at: '2026-11-13T01:00:00Z' }],
    papers: [{ code: 'doc_plan', at: '2026-11-13T00:30:00Z' }] as Renovation['papers'],
    passes: [pass('p-1', { name: '陈工', issuedAt: '2026-11-13T02:00:00Z' })],
  })
  const about = (act: string, at: string) => subjectOf(step(act, at), one)

  expect(about('sign', '2026-11-13T01:00:00Z')).toEqual({
    ...{ paper: 'agreement', party: 'owner', name: '许文彬' },
  })
  expect(about('paper', '2026-11-13T00:30:00Z')).toEqual({ paper: 'doc_plan' })
  expect(about('pass', '2026-11-13T02:00:00Z')).toEqual({ name: '陈工' })
  expect(about('paper', '2026-11-13T01:00:00Z')).toEqual({})
})
