/** All that the pages of keys are worked out from, as this phone holds it at one moment. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'
import { cameBack } from '@/core/sync/told'
import { keeperOf } from '@/domains/keys/machine'
import { withOwn } from '@/domains/keys/pending'
import { keyLoanTable, keySetTable } from '@/domains/keys/table'
import type { Act, OwnAct, Said } from '@/domains/keys/said'
import type {
  Keeper,
  KeyCase,
  KeyLoan,
  KeySet,
  KeySettings,
  RefusedAct,
} from '@/domains/keys/types'
import { estateTable } from '@/ground/estates'
import { labelTable, type Label } from '@/ground/labels'
import { colleagueTable, type PulledColleague } from '@/ground/people'

export type Colleague = PulledColleague & { id: string }

export interface Board {
  cases: KeyCase[]
  byId: ReadonlyMap<string, KeyCase>
  who: Keeper
  colleagues: Colleague[]
  /** Who worked here once: their badges count no longer. */
  left: ReadonlySet<string>
  /** By code: tags of key sets and badges of colleagues. */
  labels: ReadonlyMap<string, Label>
  settings: KeySettings
  zone: string
}

/** What holds where an older server told nothing (`keys.md` 9). */
const USUAL: KeySettings = {
  chase_after_days: 3,
  chase_basis: 'later_of_due_and_loan',
  max_loan_days_without_consent: 3,
  spot_check_percent: 10,
  lone_keeper_allowed: false,
}
const tables = [
  ...[estateTable, keySetTable, keyLoanTable, outboxTable, colleagueTable, labelTable],
  feedTable,
]

/** Answer the board of the estate on the screen, or null before the first pull. */
export async function readBoard(): Promise<Board | null> {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) return null
  const who = keeperOf(me.value.id, me.value.name, estate.value.role)
  const held = await useStore().snapshot(tables, () => readHeld(estate.value?.id ?? '', who.id))
  if (!held.settled) return null
  const settings = { ...USUAL, ...(held.settled.settings as Partial<KeySettings>) }
  const cases = casesOf(held, who, settings)
  return {
    cases,
    byId: new Map(cases.map((one) => [one.set.id, one])),
    who,
    colleagues: held.colleagues.filter(({ active }) => active),
    left: new Set(held.colleagues.flatMap(({ id, active }) => (active ? [] : id))),
    labels: new Map(held.labels.map((label) => [label.code, label])),
    settings,
    zone: held.settled.timezone,
  }
}

type Held = Awaited<ReturnType<typeof readHeld>>

async function readHeld(estate: string, by: string) {
  const { rows } = useStore()
  const of = { estate }
  const [settled, sets, loans, items, colleagues, labels, feed] = await Promise.all([
    rows(estateTable).get(estate),
    rows(keySetTable).where(of).toArray(),
    rows(keyLoanTable).where(of).toArray(),
    rows(outboxTable)
      .filter((one) => one.by === by && one.kind.startsWith('keys.'))
      .sortBy('seq'),
    rows(colleagueTable).where(of).toArray(),
    rows(labelTable).where(of).toArray(),
    rows(feedTable).get(estate),
  ])
  // What the server took in counts until its copy of it has come.
  const counts = (one: OutboxItem) => one.state !== 'applied' || !cameBack(one, feed)
  return { settled, sets, loans, items: items.filter(counts), colleagues, labels }
}

function casesOf({ sets, loans, items }: Held, who: Keeper, settings: KeySettings): KeyCase[] {
  const loansOf = grouped(loans, ({ keySetId }) => keySetId)
  const itemsOf = grouped(items, ({ about }) => about)
  return sets
    .map((set) => {
      const own = itemsOf.get(set.id) ?? []
      return caseOf(set, loansOf.get(set.id) ?? [], own, who, settings)
    })
    .sort((a, b) => collator.compare(a.set.keyNo, b.set.keyNo))
}

const collator = new Intl.Collator('zh', { numeric: true })

function caseOf(
  told: KeySet,
  loans: KeyLoan[],
  items: OutboxItem[],
  who: Keeper,
  settings: KeySettings,
): KeyCase {
  const own = items.filter(({ state }) => state !== 'refused').map(ownAct)
  const now = withOwn({ set: told, loans }, own, who, settings)
  return {
    set: now.set,
    loans: now.loans.sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)),
    open: now.loans.find(({ state }) => state === 'open') ?? null,
    waits: items.some(({ state }) => state === 'waiting'),
    refused: items.filter(({ state, readAt }) => state === 'refused' && !readAt).map(refusedAct),
  }
}

function ownAct(item: OutboxItem): OwnAct {
  return {
    ...made(item),
    said: item.body as Said[Act],
    waits: item.state === 'waiting',
  }
}

const made = ({ id, kind, about, recordedAt }: OutboxItem) => ({
  ...{ id, about, act: kind.slice('keys.'.length) as Act },
  at: corrected(new Date(recordedAt)).toISOString(),
})

function refusedAct(item: OutboxItem): RefusedAct {
  const { code = 'core.failed', params = {} } = item.answer ?? {}
  return { ...made(item), code, params: { ...params } }
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}
