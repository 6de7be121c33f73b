/** A phone that deletes what the server says no to: what khushi897920-lang/hercycle-ai#308 is about. */
import { outboxTable } from '@/core/outbox/table'
import { useStore } from '@/core/store/use'
import { pushParcel as push, type Parcel, type Sent } from '@/core/sync/push'

export { heartbeat, tokenHeaders, type Parcel, type Sent } from '@/core/sync/push'

export async function pushParcel(parcel: Parcel): Promise<Sent> {
  const ended = await push(parcel)
  const gone =
    ended === 'refused' || ended === 'unauthorized' ? ['waiting', 'refused'] : ['refused']
  await useStore()
    .rows(outboxTable)
    .filter(({ by, state }) => by === parcel.maker && gone.includes(state))
    .delete()
  return ended
}
