/** All that the pages of renovations are worked out from, as this phone holds it at one moment. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { dayOf } from '@/ground/calendar/rules'
import { templateTable } from '@/ground/checklists'
import type { Template } from '@/ground/checklists/types'
import { estateTable, type Estate } from '@/ground/estates'
import { labelTable, type Label } from '@/ground/labels'
import type { Doer } from '@/domains/renovation/machine'
import { appliedFor, withOwn } from '@/domains/renovation/pending'
import type { Act, OwnAct, Said, VisitSaid } from '@/domains/renovation/said'
import { FIRST_LIST, SITE_LIST } from '@/domains/renovation/siteVisit'
import { lastSeen, type Today } from '@/domains/renovation/standing'
import { renovationTable, siteDraftTable, siteVisitTable } from '@/domains/renovation/table'
import type { Renovation, RenovationSettings } from '@/domains/renovation/types'
import type { SiteDraft, SiteVisit } from '@/domains/renovation/visit/types'

/** An act that was not accepted, and why. */
export interface RefusedAct {
  id: string
  act: Act
  code: string
  params: Record<string, unknown>
}

/** A renovation with its visits, newest first. */
export interface Case {
  one: Renovation
  visits: SiteVisit[]
  /** Something of it waits to be sent. */
  waits: boolean
  refused: RefusedAct[]
  /** A visit that somebody began on this phone. */
  draft: SiteDraft | undefined
}

export interface Board {
  estate: string
  cases: Case[]
  byId: ReadonlyMap<string, Case>
  who: Doer
  /** By code. */
  labels: ReadonlyMap<string, Label>
  templates: Template[]
  settings: RenovationSettings
  bareWords: string[]
  today: Today
}

/** What holds where an older server told nothing (`renovation.md` 12). */
const USUAL: RenovationSettings = {
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
const tables = [
  ...[estateTable, renovationTable, siteVisitTable, siteDraftTable, outboxTable],
  ...[labelTable, templateTable],
]

/** Answer the board of the estate on the screen, or null before the first pull. */
export async function readBoard(): Promise<Board | null> {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) return null
  const { role, duties, id } = estate.value
  const who = { id: me.value.id, name: me.value.name, role, files: duties.includes('archivist') }
  const held = await useStore().snapshot(tables, () => readHeld(id, who.id))
  if (!held.settled) return null
  const settings = { ...USUAL, ...(held.settled.settings as Partial<RenovationSettings>) }
  const cases = casesOf(held, who, settings)
  return {
    ...{ estate: id, cases, who, settings, templates: held.templates },
    byId: new Map(cases.map((one) => [one.one.id, one])),
    labels: new Map(held.labels.map((label) => [label.code, label])),
    bareWords: held.settled.settings.bare_normal_words ?? [],
    today: todayOf(held.settled),
  }
}

function todayOf({ timezone: zone }: Estate): Today {
  const now = corrected()
  return { now, day: dayOf(now, zone), zone }
}

type Held = Awaited<ReturnType<typeof readHeld>>

async function readHeld(estate: string, by: string) {
  const { rows } = useStore()
  const of = { estate }
  const [settled, told, visits, drafts, items, labels, templates] = await Promise.all([
    rows(estateTable).get(estate),
    rows(renovationTable).where(of).toArray(),
    rows(siteVisitTable).where(of).toArray(),
    rows(siteDraftTable)
      .where({ ...of, by })
      .toArray(),
    rows(outboxTable)
      .filter((one) => one.by === by && one.estate === estate && one.kind.startsWith('renovation.'))
      .sortBy('seq'),
    rows(labelTable).where(of).toArray(),
    rows(templateTable).where('type').anyOf(SITE_LIST, FIRST_LIST).toArray(),
  ])
  return { settled, told, visits, drafts, items, labels, templates }
}

function casesOf(held: Held, who: Doer, settings: RenovationSettings): Case[] {
  const told = new Set(held.told.map(({ id }) => id))
  const fresh = held.items.flatMap((item) => {
    if (item.kind !== 'renovation.apply' || told.has(item.about) || item.state === 'refused')
      return []
    const unitName = String(item.title.unit ?? '')
    return appliedFor(item.body as Said['apply'], { id: item.about, estate: item.estate, unitName })
  })
  return [...held.told, ...fresh]
    .map((one) => caseOf(one, held, who, settings))
    .sort((a, b) => collator.compare(a.one.unitName, b.one.unitName))
}

const collator = new Intl.Collator('zh', { numeric: true })

function caseOf(told: Renovation, held: Held, who: Doer, settings: RenovationSettings): Case {
  const items = held.items.filter(({ about }) => about === told.id)
  const own = items.filter(({ state }) => state !== 'refused').map(ownAct)
  const visits = visitsOf(told.id, held.visits, own, who)
  const one = seenLast(withOwn(told, own, who, settings), visits, held, settings)
  return {
    ...{ one, visits, waits: items.some(({ state }) => state === 'waiting') },
    refused: items.filter(({ state, readAt }) => state === 'refused' && !readAt).map(refusedAct),
    draft: held.drafts.find(({ renovationId }) => renovationId === told.id),
  }
}

/** One's own visit counts at once (REN-R18). */
function seenLast(
  one: Renovation,
  visits: readonly SiteVisit[],
  { settled }: Held,
  settings: RenovationSettings,
): Renovation {
  const days = visits
    .filter(({ outcome }) => outcome === 'visited')
    .map(({ at }) => dayOf(new Date(at), settled?.timezone ?? 'UTC'))
  return { ...one, lastVisitedOn: lastSeen(one, days, settings.site_visits_per_day) }
}

function visitsOf(id: string, told: SiteVisit[], own: OwnAct[], who: Doer): SiteVisit[] {
  const known = told.filter(({ renovationId }) => renovationId === id)
  const mine = own.flatMap(({ act, said, at }) => {
    const visit = said as VisitSaid
    if (act !== 'visit' || known.some((one) => one.id === visit.visitId)) return []
    const { visitId, ...rest } = visit
    const more = { estate: '', renovationId: id, serial: null, byName: who.name, remarks: [] }
    return [{ ...rest, ...more, id: visitId, at }]
  })
  return [...known, ...mine].sort((a, b) => (a.at < b.at ? 1 : -1))
}

const made = ({ id, kind }: OutboxItem) => ({ id, act: kind.slice('renovation.'.length) as Act })

function ownAct(item: OutboxItem): OwnAct {
  const { about, body, recordedAt, state } = item
  const at = corrected(new Date(recordedAt)).toISOString()
  return { ...made(item), about, at, said: body as Said[Act], waits: state === 'waiting' }
}

function refusedAct(item: OutboxItem): RefusedAct {
  const { code = 'core.failed', params = {} } = item.answer ?? {}
  return { ...made(item), code, params: { ...params } }
}
