/** Reading vacant units from the phone's store, and keeping their checks. */
import { corrected, now } from '@/core/clock'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep, NotKept, type OutboxItem } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { dropDraft } from '@/core/photos/photos'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'
import { cameBack } from '@/core/sync/told'
import { dayOf, type Day } from '@/ground/calendar/rules'
import { newestFor } from '@/ground/checklists/rules'
import { templateTable } from '@/ground/checklists/table'
import type { ChecklistItem, Template } from '@/ground/checklists/types'
import { estateTable } from '@/ground/estates/table'
import { labelTable } from '@/ground/labels/table'
import type { Label } from '@/ground/labels/types'
import { withOwnCare, type CareBody, type OwnCare } from '@/domains/vacancy/care'
import { needs } from '@/domains/vacancy/needs'
import { withOwn, type OwnCheck } from '@/domains/vacancy/own'
import { turnOf } from '@/domains/vacancy/rules'
import { bodyOf, foundOf, RUNNING } from '@/domains/vacancy/sheet'
import { checkDraftTable, vacantCheckTable, vacantUnitTable } from '@/domains/vacancy/table'
import type {
  Card,
  CheckBody,
  CheckDraft,
  PulledCheck,
  VacancySettings,
  VacantUnit,
} from '@/domains/vacancy/types'
import type { NamedCard } from '@/domains/vacancy/unitList'
import { byWalk, nameOf, type UnitCase } from '@/domains/vacancy/walk'

/** All that the pages of vacant units are worked out from. */
export interface Board {
  estate: string
  zone: string
  me: string
  today: Day
  every: number
  coldRegion: boolean
  cases: UnitCase[]
  byId: ReadonlyMap<string, UnitCase>
}

const CHECK = 'vacancy.check'
const CARD = 'vacancy.register'
const CARE = 'vacancy.care'
const OWN_KINDS = [CHECK, CARD, CARE]
const TABLES = [estateTable, vacantUnitTable, checkDraftTable, outboxTable, feedTable]
export const CHECKLIST = 'vacant_unit'
const METERS = 'meters'
/** What holds where an older server told nothing (`vacancy.md` 10). */
const USUAL: VacancySettings = { vacant_check_every_days: 7, cold_region: false }

/** Answer who asks: the person and the estate on the screen, or null when nobody is signed in. */
export function asking(): { by: string; name: string; estate: string } | null {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) return null
  return { by: me.value.id, name: me.value.name, estate: estate.value.id }
}

/** Answer the board of the estate on the screen, or null before the first pull. */
export async function readBoard(): Promise<Board | null> {
  const who = asking()
  if (!who) return null
  const told = await useStore().snapshot(TABLES, () => readHeld(who.estate, who.by))
  const { settled, units, drafts, items } = told
  if (!settled) return null
  const settings = { ...USUAL, ...(settled.settings as Partial<VacancySettings>) }
  const held = {
    ...{ estate: who.estate, zone: settled.timezone, me: who.by },
    today: dayOf(corrected(), settled.timezone),
    ...{ every: settings.vacant_check_every_days, coldRegion: settings.cold_region },
  }
  const checks = items.filter(({ kind }) => kind === CHECK)
  const own = checks.map((item) => ownCheck(item, who.name))
  const care = items.flatMap((item) => ownCare(item, who.name))
  const known = units
    .map((unit) => withOwnCard(withOwn(unit, own, held.zone), items, who.name))
    .map((unit) => withOwnCare(unit, care, held.zone))
    .sort(byWalk)
  const mine = drafts.filter(({ by }) => by === who.by)
  const cases = await casesOf(known, held, mine, waitingIn(checks))
  return { ...held, cases, byId: new Map(cases.map((one) => [one.unit.id, one])) }
}

async function readHeld(estate: string, by: string) {
  const { rows } = useStore()
  const [settled, units, drafts, items, feed] = await Promise.all([
    rows(estateTable).get(estate),
    rows(vacantUnitTable).where({ estate }).toArray(),
    rows(checkDraftTable).where({ estate }).toArray(),
    rows(outboxTable)
      .where('[state+by]')
      .anyOf([
        ['waiting', by],
        ['applied', by],
      ])
      .filter(({ kind }) => OWN_KINDS.includes(kind))
      .sortBy('seq'),
    rows(feedTable).get(estate),
  ])
  // What the server took in counts until its copy of it has come.
  const counts = (one: OutboxItem) => one.state === 'waiting' || !cameBack(one, feed)
  return { settled, units, drafts, items: items.filter(counts) }
}

const bodyIn = ({ body }: OutboxItem) => body as CheckBody
const waitingIn = (items: readonly OutboxItem[]) =>
  new Set(items.filter(({ state }) => state === 'waiting').map((item) => bodyIn(item).unitId))

/** A card written here shows at once, until the server tells it. */
function withOwnCard(unit: VacantUnit, items: readonly OutboxItem[], byName: string): VacantUnit {
  const own = items.findLast(({ kind, about }) => kind === CARD && about === unit.id)
  return own ? { ...unit, card: { ...(own.body as Card), byName, at: own.recordedAt } } : unit
}

function ownCare({ kind, body, recordedAt }: OutboxItem, byName: string): OwnCare[] {
  if (kind !== CARE) return []
  return [{ body: body as CareBody, byName, at: corrected(new Date(recordedAt)).toISOString() }]
}

function ownCheck(item: OutboxItem, byName: string): OwnCheck {
  const body = bodyIn(item)
  const leftAt = corrected(new Date(body.leftAt)).toISOString()
  return { body, byId: item.by, byName, leftAt }
}

async function casesOf(
  units: readonly VacantUnit[],
  { today, every }: Pick<Board, 'today' | 'every'>,
  drafts: readonly CheckDraft[],
  waiting: ReadonlySet<string>,
): Promise<UnitCase[]> {
  const [keys, open] = await Promise.all([
    needs().unitKeys(),
    needs().countOpen(units.map(({ id }) => id)),
  ])
  return units.map((unit) => ({
    unit,
    turn: turnOf(unit, today, every),
    keys: keys.filter(({ unitId }) => unitId === unit.id),
    draftId: drafts.find(({ unitId }) => unitId === unit.id)?.id ?? null,
    waits: waiting.has(unit.id),
    openFindings: open.get(unit.id) ?? 0,
  }))
}

/** Answer the checks of a unit that this phone was told of, newest first. */
export async function readChecksOf(unitId: string): Promise<PulledCheck[]> {
  const checks = await useStore().rows(vacantCheckTable).where({ unitId }).sortBy('leftAt')
  return checks.reverse()
}

/** Answer all labels this phone holds, by code. */
export async function readLabels(): Promise<Map<string, Label>> {
  const labels = await useStore().rows(labelTable).toArray()
  return new Map(labels.map((label) => [label.code, label]))
}

/** The checklist, and the card of running water that the meters' has. */
export interface Lists {
  list: Template | undefined
  meters: Template | undefined
}

/** Answer the newest lists, or those of a sheet begun before. */
export async function readLists(draft?: Pick<CheckDraft, 'checklist' | 'meters'>): Promise<Lists> {
  const all = await useStore().rows(templateTable).where('type').anyOf(CHECKLIST, METERS).toArray()
  const asked = (type: string, version: number | undefined) =>
    version === undefined
      ? newestFor(type, all)
      : all.find((one) => one.type === type && one.version === version)
  return {
    list: asked(CHECKLIST, draft?.checklist.version),
    meters: asked(METERS, draft?.meters?.version),
  }
}

/** Answer the card of running water in a unit where nobody lives. */
export const runningIn = ({ meters }: Lists): ChecklistItem | undefined =>
  meters?.items.find(({ id }) => id === RUNNING)

/** Answer one's own half-filled sheet, or undefined when it is gone. */
export async function readDraft(id: string): Promise<CheckDraft | undefined> {
  const draft = await useStore().rows(checkDraftTable).get(id)
  return draft?.by === asking()?.by ? draft : undefined
}

/** Keep a sheet as it is now. Called at every change, so that a killed page loses nothing. */
export async function keepDraft(draft: CheckDraft): Promise<void> {
  await useStore().rows(checkDraftTable).put(draft)
}

/** Keep the card of a unit, whole. Answers why not when it was not kept. */
export function keepCard(unit: VacantUnit, card: Card): Promise<WhyNotKept | null> {
  return keepCards([{ unitId: unit.id, unit: nameOf(unit), card }])
}

/** Keep the cards of units, all or none. Answers why not when none was kept. */
export async function keepCards(cards: readonly NamedCard[]): Promise<WhyNotKept | null> {
  try {
    await keep(
      cards.map(({ unitId, unit, card }) => ({
        ...{ kind: CARD, v: 1, about: unitId, body: { unitId, ...card }, title: { unit } },
      })),
    )
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}

/** Keep care done besides a check; it waits for the network like a check does. Answers why not when it was not kept. */
export async function keepCare(body: CareBody): Promise<WhyNotKept | null> {
  const title = { task: body.task }
  try {
    await keep([{ kind: CARE, v: 1, about: body.careId, body, title }])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}

/** Throw a sheet away with the photos that only it holds. */
export async function throwAway(draft: CheckDraft): Promise<void> {
  await useStore().rows(checkDraftTable).delete(draft.id)
  await Promise.all(draft.photos.map(({ sha256 }) => dropDraft(sha256)))
}

/**
 * Keep a finished check, and a report for each abnormal item; the half-filled sheet goes. All of it or none.
 *
 * Rejects with NotKept: then the sheet is still there, unchanged.
 */
export async function saveCheck(
  draft: CheckDraft,
  template: Template,
  running: ChecklistItem | undefined,
  unit: VacantUnit,
): Promise<void> {
  if (draft.by !== asking()?.by) throw new NotKept('handed')
  const body = bodyOf(draft, template, now())
  const name = nameOf(unit)
  const told = foundOf(draft, unit.number, running).map((found) => needs().prepare(found, name))
  const check = {
    ...{ kind: CHECK, v: 1, about: draft.id, body },
    rules: `${draft.checklist.type}/${draft.checklist.version}`,
    photos: body.photos.map(({ sha256 }) => sha256),
    title: { unit: name, placeName: name },
  }
  await keep(
    [check, ...told.map(({ item }) => item)],
    told.map(({ also }) => also),
    [{ table: checkDraftTable, keys: [draft.id] }],
  )
}
