/** Keeping emergency entries, and reading them with what the server has not told yet. */
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { estateTable } from '@/ground/estates/table'
import { colleagueTable } from '@/ground/people'
import { entryTable } from '@/domains/emergencies/table'
import type { EnterBody, Entry, EntryPhoto, LeaveBody } from '@/domains/emergencies/types'

const ENTER = 'emergencies.enter'
const LEAVE = 'emergencies.leave'

/** Somebody who works here. `manages`: may authorise an entry. */
export interface Colleague {
  id: string
  name: string
  role: string
  manages: boolean
}

/** Keep that a home is entered. Rejects with NotKept. */
export async function keepEntering(body: EnterBody): Promise<void> {
  await keepAct(ENTER, body, body.unit)
}

/** Keep that everybody is out again. Rejects with NotKept. */
export async function keepLeaving(body: LeaveBody, unit: string): Promise<void> {
  await keepAct(LEAVE, body, unit)
}

async function keepAct(kind: string, body: EnterBody | LeaveBody, unit: string): Promise<void> {
  const photos = body.photos.map(({ sha256 }: EntryPhoto) => sha256)
  await keep([
    {
      kind,
      v: 1,
      about: body.entryId,
      body,
      title: { unit },
      ...(photos.length > 0 && { photos }),
    },
  ])
}

/** Answer all entries this phone knows of, newest first. */
export async function readEntries(): Promise<Entry[]> {
  const { me, estate } = useSession()
  const { rows } = useStore()
  const of = { estate: estate.value?.id ?? '' }
  const [told, items, people] = await Promise.all([
    rows(entryTable).where(of).toArray(),
    rows(outboxTable)
      .filter(({ kind, by, state }) => isOwn(kind) && by === me.value?.id && state === 'waiting')
      .sortBy('seq'),
    rows(colleagueTable).where(of).toArray(),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const entries = new Map(told.map((entry) => [entry.id, entry]))
  for (const item of items) {
    const known = entries.get(item.about)
    const entry = item.kind === ENTER ? (known ?? entered(item, names)) : known && left(known, item)
    if (entry) entries.set(entry.id, entry)
  }
  return [...entries.values()].sort((a, b) => (a.enteredAt < b.enteredAt ? 1 : -1))
}

const isOwn = (kind: string) => kind === ENTER || kind === LEAVE

function entered({ body, by, estate }: OutboxItem, names: ReadonlyMap<string, string>): Entry {
  const { entryId: id, authorisedBy: authoriserId, ...said } = body as EnterBody
  const authoriserName = names.get(authoriserId) ?? null
  const byName = useSession().me.value?.name ?? ''
  const told = { serial: null, stands: false, remarks: [], left: null, waits: true }
  return { ...said, ...told, id, estate, authoriserId, authoriserName, byId: by, byName }
}

function left(entry: Entry, { body }: OutboxItem): Entry {
  const { leftAt: at, done, resident, notTold, photos } = body as LeaveBody
  const told = { toldWho: resident?.who ?? null, toldAt: resident?.at ?? null, notTold }
  const byName = useSession().me.value?.name ?? ''
  return { ...entry, waits: true, left: { at, done, ...told, photos, remarks: [], byName } }
}

/** Answer who works here now, oneself first, then by name. */
export async function readColleagues(): Promise<Colleague[]> {
  const { me, estate } = useSession()
  const { rows } = useStore()
  const id = estate.value?.id ?? ''
  const settled = await rows(estateTable).get(id)
  const joint = settled?.settings.supervisor_may_act_as_manager !== false
  const managing = ['manager', 'office_manager', ...(joint ? ['supervisor'] : [])]
  const people = await rows(colleagueTable).where({ estate: id }).toArray()
  const own = (one: { id: string }) => Number(one.id === me.value?.id)
  return people
    .filter(({ active, role }) => active && role !== 'admin')
    .map(({ id, name, role }) => ({ id, name, role, manages: managing.includes(role) }))
    .sort((a, b) => own(b) - own(a) || a.name.localeCompare(b.name, 'zh'))
}
