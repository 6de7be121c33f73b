/** What becomes of items once the server has answered. Nothing unanswered is deleted. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { ItemAnswer, OutboxItem } from '@/core/outbox/types'
import { useStore } from '@/core/store/use'
import type { Answered, Change } from '@/core/sync/wire'

/**
 * Write the answers to the items they are for, in one transaction, and answer the items left without one.
 *
 * Applied leaves the waiting ones, refused stays with its code, unanswered stays waiting as it was.
 */
export async function settle(
  sent: readonly OutboxItem[],
  answers: readonly Answered[],
): Promise<OutboxItem[]> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const store = useStore()
  await store.transaction([outboxTable], async () => {
    for (const { id } of sent) {
      const answered = byId.get(id)
      if (answered) await store.rows(outboxTable).update(id, outcome(answered))
    }
  })
  return sent.filter(({ id }) => !byId.has(id))
}

/** The kind under which the feed tells what came of items that a supervisor had decided again. */
const AGAIN = 'sync.answer'

/** Write the newest answers to refused items; call it inside a transaction over the outbox. */
export async function settleAgain(changes: readonly Change[]): Promise<void> {
  const items = useStore().rows(outboxTable)
  for (const { id, data } of changes.filter(({ kind }) => kind === AGAIN)) {
    if (data && (await items.get(id))?.state === 'refused')
      await items.update(id, outcome(data['answer'] as Answered))
  }
}

function outcome(answered: Answered): Pick<OutboxItem, 'state' | 'answer' | 'settledAt'> {
  return { state: answered.outcome, answer: asKept(answered), settledAt: corrected().toISOString() }
}

function asKept(answered: Answered): ItemAnswer {
  if (answered.outcome === 'refused') return { code: answered.code, params: answered.params }
  return { entry: answered.entry, ...(answered.serial ? { serial: answered.serial } : {}) }
}
