/** Leaving the phone to another person: what was pulled goes, what waits stays. */
import { pulledKinds } from '@/core/rooms'
import { feedTable } from '@/core/sync/table'
import { useStore } from '@/core/store/use'

/** Delete every copy of the server's data, and how far it was read, in one transaction. The outbox is untouched. */
export async function forgetCopies(): Promise<void> {
  const store = useStore()
  const copies = [...new Set(pulledKinds().map(({ table }) => table))]
  await store.transaction([feedTable, ...copies], async () => {
    await store.rows(feedTable).clear()
    await Promise.all(copies.map((table) => store.rows(table).clear()))
  })
}
