/** Reading what a patrol needs from the phone's store, and keeping sheets and visits. */
import { corrected, now } from '@/core/clock'
import { keep, NotKept, type OutboxItem } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { dropDraft } from '@/core/photos/photos'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'
import { dayAfter, dayOf } from '@/ground/calendar/rules'
import { templateTable } from '@/ground/checklists/table'
import type { Template } from '@/ground/checklists/types'
import { estateTable } from '@/ground/estates/table'
import type { Estate } from '@/ground/estates/types'
import { hangItem } from '@/ground/labels/repo'
import { labelTable } from '@/ground/labels/table'
import type { Label } from '@/ground/labels/types'
import { buildingTable, placeTable, routeTable } from '@/ground/places/table'
import type { Building, Place, Route } from '@/ground/places/types'
import { sightingsOf } from '@/domains/patrols/again'
import { reports } from '@/domains/patrols/needs'
import { actsOnTheirWay } from '@/domains/patrols/onTheirWay'
import { extraIdOf, roundIdOf } from '@/domains/patrols/rules'
import { bodyOf, foundOf } from '@/domains/patrols/sheet'
import {
  draftTable,
  ownVisitTable,
  pageTable,
  planTable,
  visitTable,
} from '@/domains/patrols/table'
import type { PulledPage } from '@/domains/patrols/signing/types'
import type {
  Draft,
  OwnVisit,
  Plan,
  PlacesOf,
  VisitBody,
  VisitSummary,
} from '@/domains/patrols/types'

/** Everything today's page and a scan are worked out from. */
export interface Ground {
  estate: Estate
  buildings: Building[]
  places: Map<string, Place>
  routes: Route[]
  plans: Plan[]
  /** Of today's rounds and those of the night before; of the week where a place is due once a week. */
  visits: VisitSummary[]
  ownVisits: OwnVisit[]
  drafts: Draft[]
  /** Pages of the book that something was done to. */
  pages: PulledPage[]
  /** Only where places of a route are not visited on every round. */
  placesOf?: PlacesOf | undefined
}

const byId = <T extends { id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]))

const groundTables = [
  ...[estateTable, buildingTable, placeTable, routeTable],
  ...[planTable, visitTable, ownVisitTable, draftTable, pageTable, outboxTable],
]

/** Yesterday's rounds may last into today, in whatever zone the estate lies. */
const DAYS_BACK = 2
const WEEK_BACK = 8
/** Sorts behind every day. */
const EVER = '~'

/** Answer what the phone holds of an estate for one person, or null before the first pull. */
export async function readGround(estateId: string, by: string): Promise<Ground | null> {
  const [read, acts] = await useStore().snapshot(groundTables, () =>
    Promise.all([groundOf(estateId, by), actsOnTheirWay(by)]),
  )
  const ground = read && (await withActs(read, acts))
  if (!ground?.routes.some((route) => often(route).length > 0)) return ground
  // Few estates ask for it, so the start does without. Wrapped, or a live query would lose track of what it reads next.
  const { placesIn } = await Promise.resolve(import('@/domains/patrols/turns'))
  return { ...ground, placesOf: placesIn(ground) }
}

async function withActs(ground: Ground, acts: readonly OutboxItem[]): Promise<Ground> {
  const mine = acts.filter(({ estate }) => estate === ground.estate.id)
  if (mine.length === 0) return ground
  const { withOwn } = await Promise.resolve(import('@/domains/patrols/signing/own'))
  return withOwn(ground, mine)
}

const often = ({ frequencies = {} }: Route) => Object.values(frequencies)

async function groundOf(estateId: string, by: string): Promise<Ground | null> {
  const { rows } = useStore()
  const of = { estate: estateId }
  const routes = await rows(routeTable).where(of).toArray()
  const back = routes.some((route) => often(route).includes('weekly')) ? WEEK_BACK : DAYS_BACK
  const since = dayAfter(dayOf(corrected(), 'UTC'), -back)
  const days: [string[], string[]] = [
    [estateId, since],
    [estateId, EVER],
  ]
  const [estate, buildings, places, plans, visits, ownVisits, drafts, pages] = await Promise.all([
    rows(estateTable).get(estateId),
    rows(buildingTable).where(of).sortBy('order'),
    rows(placeTable).where(of).toArray(),
    rows(planTable).where(of).toArray(),
    rows(visitTable)
      .where('[estate+date]')
      .between(...days)
      .toArray(),
    rows(ownVisitTable)
      .where('[estate+day]')
      .between(...days)
      .toArray(),
    rows(draftTable)
      .where({ ...of, by })
      .toArray(),
    rows(pageTable).where(of).toArray(),
  ])
  if (estate === undefined) return null
  return {
    estate,
    buildings,
    places: byId(places),
    routes,
    plans,
    visits,
    ownVisits: madeBy(ownVisits, by),
    drafts,
    pages,
  }
}

/** Phones are shared: what another person made here is not shown before the server tells it. */
const madeBy = (visits: OwnVisit[], by: string) => visits.filter((visit) => visit.by === by)

/** Answer the visits at a place or on a page: what the server told, and what `by` made here, whether sent or not. */
export async function readVisitsOf(
  of: { placeId: string } | { roundId: string },
  by: string,
): Promise<Pick<Ground, 'visits' | 'ownVisits'>> {
  const { rows, snapshot } = useStore()
  const [visits, ownVisits] = await snapshot([visitTable, ownVisitTable], () =>
    Promise.all([rows(visitTable).where(of).toArray(), rows(ownVisitTable).where(of).toArray()]),
  )
  return { visits, ownVisits: madeBy(ownVisits, by) }
}

/** Answer all labels this phone holds, by code. */
export async function readLabels(): Promise<Map<string, Label>> {
  const labels = await useStore().rows(labelTable).toArray()
  return new Map(labels.map((label) => [label.code, label]))
}

/** Answer the templates for places of `type`, of this estate. */
export async function templatesFor(type: string): Promise<Template[]> {
  return useStore().rows(templateTable).where('type').equals(type).toArray()
}

/** Answer all templates this phone holds. */
export async function readTemplates(): Promise<Template[]> {
  return useStore().rows(templateTable).toArray()
}

/** Answer the moment of the last complete pull of the estate on the screen, ISO 8601; '' before the first. */
export async function readPulledAt(): Promise<string> {
  const who = asking()
  const feed = who && (await useStore().rows(feedTable).get(who.estate))
  return feed?.readAt ? corrected(new Date(feed.readAt)).toISOString() : ''
}

/** Answer whether the estate asks for the position of visits; one that told nothing does. */
export async function asksPosition(estateId: string): Promise<boolean> {
  const estate: { settings: Partial<Estate['settings']> } | undefined = await useStore()
    .rows(estateTable)
    .get(estateId)
  return estate?.settings.ask_position ?? true
}

/** Answer one's own half-filled sheet, or undefined when it is gone. */
export async function readDraft(id: string): Promise<Draft | undefined> {
  const draft = await useStore().rows(draftTable).get(id)
  return draft?.by === asking()?.by ? draft : undefined
}

/** Keep a sheet as it is now. Called at every change, so that a killed page loses nothing. */
export async function keepDraft(draft: Draft): Promise<void> {
  await useStore().rows(draftTable).put(draft)
}

/** Throw a sheet away with the photos that only it holds. */
export async function throwAway(draft: Draft): Promise<void> {
  await useStore().rows(draftTable).delete(draft.id)
  await Promise.all(draft.photos.map(({ sha256 }) => dropDraft(sha256)))
}

/** What a person keeps of the own visit: the body, and on which page it belongs. */
function ownVisit(draft: Draft, body: VisitBody, timezone: string): OwnVisit {
  const { id, estate, by, round } = draft
  const day = round?.date ?? dayOf(corrected(new Date(body.scannedAt)), timezone)
  const roundId = round === null ? extraIdOf(estate, by, day) : roundIdOf(estate, round)
  return { ...body, id, estate, by, roundId, day }
}

/** What a visit is saved under: where, and by which settings its maker worked. */
export interface Circumstances {
  placeName: string
  timezone: string
  settingsVersion?: number | undefined
}

/** The versions by which the server judges, never by today's (`protocol.md` 2). */
function rulesOf({ type, version }: Template, settings: number | undefined): string {
  return settings ? `${type}/${version};settings/${settings}` : `${type}/${version}`
}

/**
 * Keep a finished sheet: the visit, a report for each abnormal item, what was seen again of open findings, the label if
 * it was only printed so far; the half-filled sheet goes. All of it or none.
 *
 * Rejects with NotKept: then the sheet is still there, unchanged.
 */
export async function saveVisit(
  draft: Draft,
  template: Template,
  { placeName, timezone, settingsVersion }: Circumstances,
): Promise<OutboxItem[]> {
  if (draft.by !== asking()?.by) throw new NotKept('handed')
  const body = bodyOf(draft, template, now())
  const told = [
    ...foundOf(draft).map((one) => reports().prepare(one, placeName)),
    ...sightingsOf(draft).map((one) => reports().prepareSighting(one, placeName)),
  ]
  const visit = {
    kind: 'patrols.visit',
    v: 3,
    about: draft.id,
    body,
    rules: rulesOf(template, settingsVersion),
    photos: body.photos.map(({ sha256 }) => sha256),
    title: { placeName },
  }
  return keep(
    [visit, ...told.map(({ item }) => item), ...hangItems(draft, placeName)],
    [
      { table: ownVisitTable, rows: [ownVisit(draft, body, timezone)] },
      ...told.map(({ also }) => also),
    ],
    [{ table: draftTable, keys: [draft.id] }],
  )
}

/** A reprint's first scan at its place is what makes it the label that hangs there (`protocol.md` 12). */
function hangItems({ hangs, label, placeId, scannedAt }: Draft, placeName: string) {
  if (!hangs || label === null) return []
  return [hangItem(label, { id: placeId, name: placeName }, scannedAt)]
}

/** A visit with what became of it. */
export interface KeptVisit {
  visit: OwnVisit
  item: OutboxItem | undefined
  summary: VisitSummary | undefined
  place: Place | undefined
  template: Template | undefined
}

/** Answer an own visit with its outbox item, and what the server told of it; undefined when it is not here. */
export async function readVisit(id: string): Promise<KeptVisit | undefined> {
  const { rows } = useStore()
  const visit = await rows(ownVisitTable).get(id)
  if (visit === undefined || visit.by !== asking()?.by) return undefined
  const { type, version } = visit.checklist
  const [items, summary, place, templates] = await Promise.all([
    rows(outboxTable).where('about').equals(id).toArray(),
    rows(visitTable).get(id),
    rows(placeTable).get(visit.placeId),
    templatesFor(type),
  ])
  const item = items.find(({ kind }) => kind === 'patrols.visit')
  const template = templates.find((one) => one.version === version)
  return { visit, item, summary, place, template }
}

/** Answer who asks: the person and the estate on the screen, or null when nobody is signed in. */
export function asking(): { by: string; estate: string } | null {
  const { me, estate } = useSession()
  return me.value && estate.value ? { by: me.value.id, estate: estate.value.id } : null
}
