/** All that the pages of findings are worked out from, as this phone holds it at one moment. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { itemHash } from '@/core/sync/hash'
import { newestFor } from '@/ground/checklists/rules'
import { templateTable } from '@/ground/checklists/table'
import type { ChecklistItem, Template } from '@/ground/checklists/types'
import { estateTable } from '@/ground/estates/table'
import { departmentTable, type Department } from '@/ground/people'
import { placeTable, routeTable } from '@/ground/places/table'
import type { Place, Route } from '@/ground/places/types'
import { isOverseer } from '@/domains/findings/machine'
import { complete, withActs } from '@/domains/findings/pending'
import { asOpen } from '@/domains/findings/repo'
import { findingTable, ownReportTable } from '@/domains/findings/table'
import type { ActDone, Actor, Case, Finding } from '@/domains/findings/types'

export interface Board {
  cases: Case[]
  who: Actor
  /** Places on this person's routes, or on nobody's. */
  isOwn: (placeId: string) => boolean
  departments: Department[]
  templates: Template[]
  zone: string
}

const KEPT_MS = 30 * 86_400_000
const tables = [
  ...[findingTable, ownReportTable, outboxTable, departmentTable],
  ...[estateTable, placeTable, routeTable, templateTable],
]

/** Answer the board of the estate on the screen, or null before the first pull. */
export async function readBoard(): Promise<Board | null> {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) return null
  const [by, { id, role }] = [me.value.id, estate.value]
  const held = await useStore().snapshot(tables, () => readHeld(id, by))
  if (!held.settled) return null
  const { settled, told, reports, items, departments, places, routes, templates } = held
  const manages = settled.settings.supervisor_may_act_as_manager && isSupervisor(role)
  const who = actorOf(by, role, departments, manages)
  const found = [...told.filter(isRecent), ...unsent(reports.map(asOpen), told, items)]
  const named = new Map(places.map((place) => [place.id, place]))
  const acts = await actsIn(items, told)
  return {
    cases: found.map((one) => withActs(placed(complete(one), named), acts.get(one.id) ?? [], who)),
    who,
    isOwn: ownPlaces(routes, by),
    departments,
    templates,
    zone: settled.timezone,
  }
}

async function readHeld(estate: string, by: string) {
  const { rows } = useStore()
  const of = { estate }
  const [settled, told, reports, items, departments, places, routes, templates] = await Promise.all(
    [
      rows(estateTable).get(estate),
      rows(findingTable)
        .filter((one) => one.estate === estate)
        .toArray(),
      rows(ownReportTable)
        .filter((one) => one.estate === estate && one.by === by)
        .toArray(),
      rows(outboxTable)
        .filter((one) => one.by === by && isOfFinding(one))
        .sortBy('seq'),
      rows(departmentTable).where(of).toArray(),
      rows(placeTable).where(of).toArray(),
      rows(routeTable).where(of).toArray(),
      rows(templateTable).toArray(),
    ],
  )
  return { settled, told, reports, items, departments, places, routes, templates }
}

const isOfFinding = ({ kind }: OutboxItem) => kind.startsWith('findings.')
const isSupervisor = (role: string) => role === 'supervisor'

function isRecent({ closedAt }: Finding): boolean {
  return !closedAt || corrected().getTime() - Date.parse(closedAt) < KEPT_MS
}

/** Own reports that the server has not told of yet. */
function unsent(own: Finding[], told: readonly Finding[], items: readonly OutboxItem[]) {
  const known = new Set(told.map(({ id }) => id))
  const underWay = new Set(
    items
      .filter(({ kind, state }) => kind === 'findings.report' && state === 'waiting')
      .map(aboutOf),
  )
  return own.filter(({ id }) => underWay.has(id) && !known.has(id))
}

const aboutOf = ({ about }: OutboxItem) => about

function actorOf(
  id: string,
  role: string,
  departments: readonly Department[],
  manages: boolean,
): Actor {
  const kinds = (mine: (one: Department) => boolean) =>
    departments.filter(mine).map(({ kind }) => kind)
  const who = {
    id,
    role,
    depts: kinds(({ memberIds, headId }) => memberIds.includes(id) || headId === id),
    heads: kinds(({ headId }) => headId === id),
    manages: false,
  }
  return { ...who, manages: manages || (isOverseer(who) && !isSupervisor(role)) }
}

function placed(found: Case, places: ReadonlyMap<string, Place>): Case {
  const place = places.get(found.placeId)
  return {
    ...found,
    placeName: found.placeName ?? place?.name ?? null,
    placeType: found.placeType ?? place?.type ?? null,
  }
}

function ownPlaces(routes: readonly Route[], by: string): (placeId: string) => boolean {
  const owners = new Map<string, Set<string>>()
  for (const { active, stewardId, placeIds } of routes)
    if (active && stewardId)
      for (const id of placeIds) owners.set(id, (owners.get(id) ?? new Set()).add(stewardId))
  return (placeId) => owners.get(placeId)?.has(by) ?? true
}

/** Own acts that the server has not told yet, by finding, oldest first, as the history shows them. */
async function actsIn(
  items: readonly OutboxItem[],
  told: readonly Finding[],
): Promise<Map<string, ActDone[]>> {
  const known = new Set(told.flatMap(({ acts = [] }) => acts.map(({ id }) => id)))
  const acts = new Map<string, ActDone[]>()
  for (const item of items) {
    const act = item.kind.slice('findings.'.length)
    if (act === 'report' || act === 'sighting' || known.has(item.id)) continue
    acts.set(item.about, [...(acts.get(item.about) ?? []), await doneBy(item, act)])
  }
  return acts
}

/** Its hash is the one that the server will give it, so that it can be signed before it was sent. */
async function doneBy(item: OutboxItem, act: string): Promise<ActDone> {
  const { id, by, recordedAt, body, state, answer } = item
  const { findingId: _, ...said } = body as Record<string, unknown>
  const { code = 'core.failed', params = {} } = answer ?? {}
  return {
    ...{ id, act, said, sha256: state === 'refused' ? null : await itemHash(item), byId: by },
    at: corrected(new Date(recordedAt)).toISOString(),
    byName: useSession().me.value?.name ?? '',
    serial: answer?.serial ?? null,
    waits: state !== 'refused',
    ...(state === 'refused' && { refused: { code, params: { ...params } } }),
  }
}

/** Answer the item of the checklist that a finding is about, in the version it was found under where it is known. */
export function itemOf(found: Case, templates: readonly Template[]): ChecklistItem | undefined {
  const { checklist, item, placeType } = found
  const exact = templates.find(
    ({ type, version }) => type === checklist?.type && version === checklist.version,
  )
  const known = exact ?? (placeType ? newestFor(placeType, templates) : undefined)
  return known?.items.find(({ id }) => id === item)
}
