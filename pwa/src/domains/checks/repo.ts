/** Keeping sheets and what follows from them, and reading them with what the server has not told yet. */
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { itemHash } from '@/core/sync/hash'
import { estateTable } from '@/ground/estates/table'
import { colleagueTable, departmentTable, type Department } from '@/ground/people'
import { sheetTable } from '@/domains/checks/table'
import type { CheckSheet, Person, Slip, Viewer, WriteBody } from '@/domains/checks/types'

/** All that the pages of check sheets are worked out from. */
export interface Board {
  estate: string
  zone: string
  who: Viewer
  sheets: CheckSheet[]
  departments: Department[]
  people: Person[]
}

const OVERSEERS = ['supervisor', 'manager', 'office_manager']

/** Keep one of the acts on a sheet. Rejects with NotKept. */
export async function keepAct(
  act: 'write' | 'sign' | 'slip' | 'fault',
  body: { sheetId: string },
  title: string,
): Promise<void> {
  await keep([{ kind: `checks.${act}`, v: 1, about: body.sheetId, body, title: { title } }])
}

/** Answer the board of the estate on the screen, or null before the first pull. */
export async function readBoard(): Promise<Board | null> {
  const { me, estate } = useSession()
  const id = estate.value?.id ?? ''
  const { rows } = useStore()
  const of = { estate: id }
  const [settled, told, departments, people, items] = await Promise.all([
    rows(estateTable).get(id),
    rows(sheetTable).where(of).toArray(),
    rows(departmentTable).where(of).toArray(),
    rows(colleagueTable).where(of).toArray(),
    rows(outboxTable)
      .filter(({ kind, by, state }) => isOwn(kind) && by === me.value?.id && state === 'waiting')
      .sortBy('seq'),
  ])
  if (!settled || !me.value) return null
  const joint = settled.settings.supervisor_may_act_as_manager
  const who = viewerOf(me.value.id, estate.value?.role ?? '', departments, joint)
  const sheets = await withOwn(told, items)
  return {
    ...{ estate: id, zone: settled.timezone, who, departments },
    sheets: sheets.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1)),
    people: people.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
  }
}

const isOwn = (kind: string) => kind.startsWith('checks.')

function viewerOf(
  id: string,
  role: string,
  departments: readonly Department[],
  joint: boolean,
): Viewer {
  const oversees = OVERSEERS.includes(role)
  const depts = departments.filter(({ headId }) => oversees || headId === id)
  const manages = oversees && (role !== 'supervisor' || joint)
  return { id, manages, oversees, depts: depts.map(({ kind }) => kind) }
}

/** What was done on this phone shows at once. */
async function withOwn(told: CheckSheet[], items: readonly OutboxItem[]): Promise<CheckSheet[]> {
  const sheets = new Map(told.map((sheet) => [sheet.id, sheet]))
  for (const item of items) {
    const known = sheets.get(item.about)
    const next = item.kind === 'checks.write' ? (known ?? (await written(item))) : known
    if (next) sheets.set(item.about, await followed(next, item))
  }
  return [...sheets.values()]
}

async function written(item: OutboxItem): Promise<CheckSheet> {
  const { sheetId: id, ...said } = item.body as WriteBody
  const at = item.recordedAt
  const byName = useSession().me.value?.name ?? ''
  const signature = said.period === 'weekly' ? { at, byId: item.by, byName } : null
  return {
    ...said,
    ...{ id, estate: item.estate, serial: null, remarks: [], byId: item.by, byName, at, signature },
    item: { id: item.id, sha256: await itemHash(item) },
    ...{ patrols: null, slips: [], faults: [], repeated: [], waits: true },
  }
}

async function followed(sheet: CheckSheet, item: OutboxItem): Promise<CheckSheet> {
  const byName = useSession().me.value?.name ?? ''
  const waits = true
  if (item.kind === 'checks.sign')
    return { ...sheet, waits, signature: { at: item.recordedAt, byId: item.by, byName } }
  if (item.kind === 'checks.slip') {
    const { rowId, fact, dueOn } = item.body as Pick<Slip, 'rowId' | 'fact' | 'dueOn'>
    const told = sheet.slips.some(({ id }) => id === item.id)
    const slip = { id: item.id, sha256: await itemHash(item), rowId, fact, dueOn, byName }
    return told ? sheet : { ...sheet, waits, slips: [...sheet.slips, { ...slip, serial: null }] }
  }
  if (item.kind === 'checks.fault') {
    const { personId, fact } = item.body as { personId: string; fact: string }
    const left = sheet.repeated.filter((one) => one.personId !== personId)
    const personName = sheet.repeated.find((one) => one.personId === personId)?.personName ?? ''
    const fault = { serial: null, personId, personName, fact, byName }
    return { ...sheet, waits, repeated: left, faults: [...sheet.faults, fault] }
  }
  return sheet
}
