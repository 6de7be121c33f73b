import { expect, it } from 'vitest'

import type { Case } from '@/domains/renovation/board'
import { plansOf } from '@/domains/renovation/plansAhead'
import { photo, site, TODAY } from '@/domains/renovation/testing/make'
import type { Paper, Renovation } from '@/domains/renovation/types'

const plan = (name: string): Paper[] => [
  { code: 'doc_license', photos: [photo('licence')], sealed: true, signedBy: [], note: '' },
  { code: 'doc_plan', photos: [photo(name)], sealed: true, signedBy: [], note: '' },
]
const held = (one: Partial<Renovation>) => ({ one: site(one) }) as Case

it('takes along the drawings of sites that wait for a visit today, the red ones first', () => {
  const cases = [
    held({ papers: plan('seen'), lastVisitedOn: TODAY.day }),
    held({ papers: plan('due'), lastVisitedOn: '2026-11-22' }),
    held({ papers: plan('red'), lastVisitedOn: '2026-11-15' }),
    held({ papers: plan('asked'), state: 'in_review' }),
    held({ papers: [] }),
  ]
  const plans = plansOf(cases, TODAY)
  expect(plans).toEqual([photo('red'), photo('due')].map(({ sha256 }) => sha256))
})
