/** What 待上传 shows, following the outbox, the photos and the sync. */
import { computed } from 'vue'

import { useItems } from '@/core/outbox/use'
import { readBytes, waitingPhotos } from '@/core/photos/photos'
import { useSession } from '@/core/session/session'
import { makerTable } from '@/core/session/table'
import { useLive, useStore } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { sectionsOf } from '@/shell/queue/sections'

/** Sizes never change under a hash, and the bytes are large: each photo is read once. */
const sizes = new Map<string, number>()

export function useQueue() {
  const read = useItems()
  const items = computed(() => read.value ?? [])
  const unsent = useLive(waitingPhotos, [])
  const bytes = useLive(async () => sum(await Promise.all((await waitingPhotos()).map(sizeOf))), 0)
  const makers = useLive(() => useStore().rows(makerTable).toArray(), [])
  const { me } = useSession()
  const sections = computed(() =>
    sectionsOf(items.value, {
      me: me.value?.id ?? '',
      sending: syncState.sending,
      unsent: new Set(unsent.value),
    }),
  )
  const records = computed(() => items.value.filter(({ state }) => state === 'waiting').length)
  const nameOf = (by: string): string => makers.value.find(({ id }) => id === by)?.name ?? ''
  const known = computed(() => read.value !== null)
  return { known, sections, records, photos: computed(() => unsent.value.length), bytes, nameOf }
}

async function sizeOf(sha256: string): Promise<number> {
  const size = sizes.get(sha256) ?? (await readBytes(sha256))?.byteLength ?? 0
  sizes.set(sha256, size)
  return size
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
