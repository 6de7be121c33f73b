/** Keeping a look with what it sets going: a report, an order, a recheck; all of it or none. */
import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import { keep, type AlsoKept, type NewItem } from '@/core/outbox/outbox'
import { lookItem, type KnownItem, type OnRound } from '@/domains/patrols/supervision/look'
import { rectifying } from '@/domains/patrols/supervision/needs'
import { NEW_FINDING, type LookForm, type Stand } from '@/domains/patrols/supervision/types'
import type { Found } from '@/domains/patrols/types'

/** By which settings its maker worked, how the place is called, what a new finding is of. */
export interface Around {
  placeName: string
  settingsVersion: number | undefined
  known: KnownItem | undefined
}

/** Rejects with NotKept. */
export async function keepLook(
  form: LookForm,
  stand: Stand,
  round: OnRound,
  around: Around,
): Promise<void> {
  const id = newId()
  const isNew = form.findingId === NEW_FINDING && form.act === 'order'
  const findingId = isNew ? newId() : form.act === 'supervise' ? null : form.findingId
  const look = lookItem(id, form, stand, round, findingId)
  const rules = around.settingsVersion ? `settings/${around.settingsVersion}` : ''
  const set = findingId ? setGoing(findingId, id, isNew, form, stand, around) : NOTHING
  const titled = { ...look, rules, title: { placeName: around.placeName } }
  await keep([titled, ...set.items], set.also)
}

interface SetGoing {
  items: NewItem[]
  also: AlsoKept[]
}

const NOTHING: SetGoing = { items: [], also: [] }

function setGoing(
  findingId: string,
  lookId: string,
  isNew: boolean,
  form: LookForm,
  stand: Stand,
  { placeName, known }: Around,
): SetGoing {
  const by = rectifying()
  const note = form.observation.trim()
  if (form.act === 'recheck' && form.outcome) {
    const scan = { ...stand.scan, code: stand.label }
    const photos = form.photos.map((photo) => ({ ...photo, moment: 'after' as const }))
    const said = { outcome: form.outcome, scan, note, photos }
    return { items: [by.recheck(findingId, said, placeName)], also: [] }
  }
  if (form.act !== 'order' || !form.dept) return NOTHING
  const order = by.order(findingId, { dept: form.dept, dueOn: form.dueOn, note }, placeName)
  if (!isNew || !known) return { items: [order], also: [] }
  const found = by.report(foundOf(findingId, form, stand, known), lookId, placeName)
  return { items: [found.item, order], also: [found.also] }
}

function foundOf(
  findingId: string,
  { observation, spot, photos }: LookForm,
  { placeId }: Stand,
  { item, template }: KnownItem,
): Omit<Found, 'visitId'> {
  const { type, version, hash } = template
  const details = { unit: null, plate: null, number: null, expiry: null, reading: null }
  return {
    ...{ findingId, placeId, checklist: { type, version, hash }, item: item.id, choice: null },
    ...{ description: observation.trim(), spot: spot.trim(), action: 'reported' },
    ...{ foundAt: now().toISOString(), details, steps: [] },
    photos: photos.map((photo) => ({ ...photo, moment: 'before' })),
  }
}
