/** Reading a page of the patrol book: what the server told, and what this phone has not sent yet. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useStore } from '@/core/store/use'
import { itemHash } from '@/core/sync/hash'
import { colleagueTable } from '@/ground/people'
import { asking, readGround, readVisitsOf, type Ground } from '@/domains/patrols/repo'
import { roundsOn } from '@/domains/patrols/rules'
import { pageOf } from '@/domains/patrols/signing/page'
import { actOf, type Names } from '@/domains/patrols/signing/own'
import { pageTable } from '@/domains/patrols/table'
import type { Act, Page, PageVisit, PulledPage } from '@/domains/patrols/signing/types'
import type { OwnVisit, RoundKey, VisitSummary } from '@/domains/patrols/types'
import { dayAfter, dayOf } from '@/ground/calendar/rules'

const ACT = /^patrols\.(finish|cosign|sign_off|return|void|hand_over|skip|make_up|supervise)$/

/** Days whose visits a phone is told of, today first. */
export const DAYS_BACK = [0, 1, 2, 3]

/** Everything a page is made of. */
export interface Sources {
  ground: Pick<Ground, 'estate' | 'routes' | 'places' | 'placesOf'>
  /** Of the page alone, in short: what the server told, and what this person made here. */
  told: VisitSummary[]
  own: OwnVisit[]
  pulled: PulledPage | undefined
  /** The acts of this person on the page, as items, oldest first. */
  items: OutboxItem[]
  names: Names
  by: string
}

/** Answer a page as it stands with what this phone knows, or null when it knows nothing of it. */
export async function readPage(id: string): Promise<Page | null> {
  const who = asking()
  const ground = who && (await readGround(who.estate, who.by))
  return ground ? readPageOn(ground, id) : null
}

/** Answer the page where the rest of what the phone holds was read before. */
export async function readPageOn(ground: Ground, id: string): Promise<Page | null> {
  const who = asking()
  if (!who) return null
  const { rows } = useStore()
  const [pulled, { visits: told, ownVisits: own }, about, people] = await Promise.all([
    rows(pageTable).get(id),
    readVisitsOf({ roundId: id }, who.by),
    rows(outboxTable).where('about').equals(id).sortBy('seq'),
    rows(colleagueTable).where({ estate: who.estate }).toArray(),
  ])
  const items = about.filter(({ kind, by }) => by === who.by && ACT.test(kind))
  const names = new Map(people.map((one) => [one.id, one.name]))
  const sources = { ground, told, own, pulled, items, names, by: who.by }
  const round = pulled?.routeId ? keyOf(pulled) : roundNamed(ground, id)
  const acts = await actsOf(sources)
  const visits = [...(await visitsOf(sources)), ...looksIn(acts)]
  if (!pulled && !round && visits.length === 0) return null
  return pageOf(id, round, visits, acts, sources)
}

function keyOf({ routeId, date, number }: PulledPage): RoundKey | null {
  return routeId && number ? { routeId, date, number } : null
}

/** Answer the round of these days with this id, on whatever route. */
export function roundNamed(ground: Ground, id: string): RoundKey | null {
  const today = dayOf(corrected(), ground.estate.timezone)
  const rounds = DAYS_BACK.map((back) => dayAfter(today, -back)).flatMap((day) =>
    ground.routes.flatMap((route) => {
      const plans = ground.plans.filter(({ routeId }) => routeId === route.id)
      return roundsOn(day, route.id, plans, ground.estate)
    }),
  )
  const { routeId, date, number } = rounds.find((round) => round.id === id) ?? {}
  return routeId && date && number ? { routeId, date, number } : null
}

/** Of each visit the fullest that is here: the own one, the one told with the page, the one told in short. */
async function visitsOf({ told, own, pulled, names, by }: Sources): Promise<PageVisit[]> {
  const whole = (pulled?.visits ?? []).map((visit) => ({
    ...visit,
    abnormal: abnormalIn(visit),
    madeUp: visit.timeliness === MADE_UP,
  }))
  const mine = await Promise.all(own.map((visit) => ownOn(visit, names.get(by) ?? '')))
  const all = new Map<string, PageVisit>()
  for (const visit of [...told.map(inShort), ...whole, ...mine])
    if (visit)
      all.set(visit.id, { ...visit, sha256: visit.sha256 ?? all.get(visit.id)?.sha256 ?? null })
  return [...all.values()].sort((a, b) => (a.scannedAt < b.scannedAt ? -1 : 1))
}

/** The looks of a supervisor's round: they stand where a round has its visits. */
function looksIn(acts: readonly Act[]): PageVisit[] {
  return acts.flatMap(({ id, sha256, act, signerId, signerName, at, note, detail }) => {
    const { placeId, name, service, photos = [] } = detail
    if (act !== 'supervise' || !placeId || !detail.act || !service) return []
    const made = { byId: signerId, byName: signerName, scannedAt: at, madeUp: false, abnormal: 0 }
    const said = { observation: note ?? '', photos, look: { act: detail.act, service } }
    const none = { whole: true, checklist: null, answers: [] }
    return [{ id, sha256, placeId, placeName: name ?? null, ...made, ...none, ...said }]
  })
}

/** Beside a supervisor no colleague signs: the manager alone does. */
const ofSupervisor = (acts: Act[]) =>
  acts.some(({ act }) => act === 'supervise')
    ? acts.map((one): Act =>
        one.act === 'finish' ? { ...one, detail: { ...one.detail, policy: 'manager' } } : one,
      )
    : acts

const MADE_UP = 'made_up'

const abnormalIn = ({ answers }: Pick<PageVisit, 'answers'>) =>
  (answers ?? []).filter(({ result }) => result === 'abnormal').length

function inShort(visit: VisitSummary): PageVisit {
  const { id, placeId, byId, byName, abnormal, correctedAt, sha256 = null } = visit
  const none = { placeName: null, checklist: null, answers: null, observation: '', photos: [] }
  return {
    ...none,
    id,
    sha256,
    whole: true,
    placeId,
    byId,
    byName,
    scannedAt: correctedAt,
    madeUp: visit.state === MADE_UP,
    abnormal,
  }
}

/** A visit that the server refused stands on no page. */
async function ownOn(visit: OwnVisit, byName: string): Promise<PageVisit | null> {
  const about = await useStore().rows(outboxTable).where('about').equals(visit.id).toArray()
  const item = about.find(({ kind }) => kind === 'patrols.visit')
  if (item?.state === 'refused') return null
  const { id, placeId, by, checklist, answers, observation, photos } = visit
  return {
    id,
    sha256: item ? await itemHash(item) : null,
    whole: true,
    placeId,
    placeName: null,
    byId: by,
    byName,
    scannedAt: corrected(new Date(visit.scannedAt)).toISOString(),
    madeUp: visit.makeUp !== undefined,
    abnormal: abnormalIn(visit),
    checklist,
    answers,
    observation,
    photos: photos.map(({ sha256 }) => sha256),
  }
}

/** What the server told, and then what it has not been told yet. */
async function actsOf({ pulled, items, names, ground }: Sources): Promise<Act[]> {
  const told = pulled?.acts ?? []
  const known = new Set(told.map(({ id }) => id))
  const own = items.filter(({ id, state }) => state !== 'refused' && !known.has(id))
  return ofSupervisor([
    ...told,
    ...(await Promise.all(own.map((item) => actOf(item, names, ground)))),
  ])
}
