import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'

import consent from '../../../../tests/examples/kinds/vacancy.consent.json'
import rent from '../../../../tests/examples/kinds/vacancy.let.json'
import end from '../../../../tests/examples/kinds/vacancy.let_end.json'
import saved from '../../../../tests/examples/kinds/vacancy.plan_save.json'
import returned from '../../../../tests/examples/kinds/vacancy.plan_return.json'
import submitted from '../../../../tests/examples/kinds/vacancy.plan_submit.json'
import wish from '../../../../tests/examples/kinds/vacancy.wish.json'

import { outboxTable } from '@/core/outbox/table'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { vacancy } from '@/domains/vacancy'
import type { Consent, Letting } from '@/domains/vacancy/letting'
import type { Plan, PlanItem } from '@/domains/vacancy/plan'
import { useLettings } from '@/domains/vacancy/useLettings'
import { usePlans } from '@/domains/vacancy/usePlans'
import { estates } from '@/ground/estates'

const unit = '3 栋 2 单元 1501'
let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  serve()
  store = freshPhone([estates, vacancy])
  await signInAs('anna')
})

/** Answer the newest item, its own ids replaced by those of the example that make them. */
async function keptLike(example: { body: object }, ...made: string[]) {
  const item = (await store.rows(outboxTable).orderBy('seq').last())!
  const own = Object.fromEntries(
    Object.entries(example.body).filter(([name]) => made.includes(name)),
  )
  return { ...item, body: { ...(item.body as object), ...own } }
}

describe('letting', () => {
  const acts = () => effectScope().run(useLettings)!
  const { unitId } = consent.body

  it('a wish is sent with its phone number apart, about itself', async () => {
    const { name, text, private: apart } = wish.body
    await acts().wish({ unitId, name, text, phone: apart.phone })

    const item = await keptLike(wish, 'wishId')
    expect(item).toMatchObject({ kind: wish.kind, live: true, body: wish.body })
    await acts().wish({ unitId: null, name, text, phone: '' })
    expect(await keptLike(wish, 'wishId')).toMatchObject({ body: { unitId: null, private: null } })
  })

  it('answer, lease and end are sent about their unit, whole', async () => {
    const { consentId: id } = rent.body
    const given = { ...consent.body, ...rent.body, id, unit }

    await acts().consent(given, pick(consent.body, 'unitId', 'consentId'))
    expect(await keptLike(consent, 'consentId')).toMatchObject(of(consent))
    await acts().rent(
      given as unknown as Consent,
      pick(rent.body, 'unitId', 'lettingId', 'consentId'),
    )
    expect(await keptLike(rent, 'lettingId')).toMatchObject(of(rent))
    const letting = { id: end.body.lettingId, unitId, unit } as Letting
    await acts().end(letting, end.body.endedOn, end.body.reason)
    expect(await keptLike(end)).toMatchObject(of(end))
  })
})

describe('a plan', () => {
  const { planId: id, year } = saved.body
  const plan = { id, year } as Plan

  it('is sent whole when it is drafted, and with what was said when it goes on or back', async () => {
    const { save, step } = effectScope().run(usePlans)!

    await save(plan, saved.body.items as PlanItem[])
    expect(await keptLike(saved, 'note')).toMatchObject(of(saved))
    await step(plan, 'submit', submitted.body.note)
    expect(await keptLike(submitted)).toMatchObject({ kind: submitted.kind, body: submitted.body })
    await step(plan, 'return', returned.body.reason)
    expect(await keptLike(returned, 'note')).toMatchObject({ body: returned.body })
  })
})

/** Answer what an example says besides when and by whom. */
function of({ kind, v, about, body }: { kind: string; v: number; about: string; body: object }) {
  return { kind, v, about, body, live: true }
}

function pick<Body extends object, Name extends keyof Body>(body: Body, ...without: Name[]) {
  const rest = Object.entries(body).filter(([name]) => !without.includes(name as Name))
  return Object.fromEntries(rest) as Omit<Body, Name>
}
