/** A look on a supervisor's round: its page, what it lacks, what is sent. Pure; twin of the server's `supervision.py`. */
import { computedId } from '@/core/ids'
import type { NewItem } from '@/core/outbox/outbox'
import type { Day } from '@/ground/calendar/rules'
import { isBareNormal, isWritten, normalised } from '@/ground/checklists/rules'
import type { ChecklistItem, Template } from '@/ground/checklists/types'
import type { EstateSettings } from '@/ground/estates/types'
import type { OpenCase } from '@/domains/patrols/supervision/needs'
import { NEW_FINDING, type LookForm, type Stand } from '@/domains/patrols/supervision/types'
import type { Doing, Service } from '@/domains/patrols/signing/types'

/** Answer the page of the `number`-th round of a person on a day, the same on phone and server. */
export function supervisionIdOf(estate: string, by: string, day: Day, number: number): string {
  return computedId(estate, by, day, 'supervision', number)
}

/** Which departments a service is of. */
const OF_SERVICE: Record<Service, readonly string[]> = {
  security: ['guard'],
  engineering: ['engineering'],
  environment: ['cleaning', 'greening'],
}

/** An item with the checklist that it stands on. */
export interface KnownItem {
  item: ChecklistItem
  template: Template
}

/** Answer what may be wrong with a service, by these checklists. */
export function itemsOf(service: Service | null, templates: readonly Template[]): KnownItem[] {
  if (service === null) return []
  return templates.flatMap((template) =>
    template.items
      .filter(({ dept }) => OF_SERVICE[service].includes(dept))
      .map((item) => ({ item, template })),
  )
}

/** Answer what such a look may be about: what may be ordered rectified, what was ordered and may be rechecked. */
export function fitting(act: Doing, cases: readonly OpenCase[]): OpenCase[] {
  if (act === 'supervise') return []
  if (act === 'order') return cases.filter(({ mayOrder }) => mayOrder)
  const rechecks = (one: OpenCase) => one.mayRecheck && one.ordered
  return cases.filter((one) => act === 'follow' || rechecks(one))
}

/** Answer what a look is about before anybody says so: the only thing there is, or something new; '' where it is open. */
export function meantFirst(act: Doing, cases: readonly OpenCase[]): string {
  const [first, ...others] = fitting(act, cases)
  if (act === 'order') return first ? '' : NEW_FINDING
  return first && others.length === 0 ? first.id : ''
}

/** Answer who rectifies what is wrong with a service, where that is one department alone. */
export function deptOf(service: Service | null): string | null {
  return service === 'engineering' || service === 'security' ? service : null
}

export type Lack =
  | 'service'
  | 'finding'
  | 'item'
  | 'spot'
  | 'photo'
  | 'dept'
  | 'dueOn'
  | 'outcome'
  | 'bare'
  | 'observation'
  | 'reason'

type Settings = Pick<EstateSettings, 'bare_normal_words' | 'min_observation_chars'>

/** Answer what a look still lacks, or null; `today` is the estate's. */
export function lackOf(form: LookForm, stand: Stand, settings: Settings, today: Day): Lack | null {
  const picked = stand.scan.method === 'typed' || stand.scan.method === 'listed'
  if (picked && !isWritten(stand.scan.reason)) return 'reason'
  if (!form.service) return 'service'
  return findingLack(form, today) ?? textLack(form, settings)
}

function findingLack(form: LookForm, today: Day): Lack | null {
  const { act, findingId, item, spot, photos, dept, dueOn, outcome } = form
  if (act === 'supervise') return null
  if (!findingId) return 'finding'
  if (act === 'recheck') return outcome ? null : 'outcome'
  if (act === 'follow') return null
  if (findingId === NEW_FINDING) {
    if (!item) return 'item'
    if (!isWritten(spot)) return 'spot'
    if (photos.length === 0) return 'photo'
  }
  if (!dept) return 'dept'
  return dueOn >= today ? null : 'dueOn'
}

/** PAT-R02 and PAT-R03. */
function textLack({ observation, photos }: LookForm, settings: Settings): Lack | null {
  if (isBareNormal(observation, settings.bare_normal_words)) return 'bare'
  const asked = photos.length > 0 ? 1 : settings.min_observation_chars
  return [...normalised(observation)].length >= asked ? null : 'observation'
}

/** The round that a look stands on. */
export interface OnRound {
  recordId: string
  day: Day
  number: number
}

/** Answer the item that carries a look. */
export function lookItem(
  id: string,
  form: LookForm,
  stand: Stand,
  round: OnRound,
  findingId: string | null,
): Omit<NewItem, 'title' | 'rules'> {
  const { act, service, observation } = form
  const { placeId, label, scan, seenAt } = stand
  const photos = form.photos.map(({ sha256, takenAt, live }) => ({ sha256, takenAt, live }))
  const said = { act, service, observation: observation.trim(), photos, findingId }
  const body = { ...round, placeId, label, scan, seenAt, ...said }
  const hashes = photos.map(({ sha256 }) => sha256)
  const about = round.recordId
  return { id, kind: 'patrols.supervise', v: 1, about, body, photos: hashes }
}
