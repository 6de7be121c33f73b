/** Notices as pages see them: those of this person in this estate, and how many are new. */
import { computed, onScopeDispose, watch } from 'vue'

import { corrected } from '@/core/clock'
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { isNew, shown } from '@/ground/notices/rules'
import { noticeTable, readTable } from '@/ground/notices/table'
import type { Notice } from '@/ground/notices/types'

interface Held {
  notices: Notice[]
  readUpTo: string
}

/** Answer whose reading of which estate's notices is kept. */
function ownKey(): string {
  const { me, estate } = useSession()
  return `${me.value?.id ?? ''}/${estate.value?.id ?? ''}`
}

async function readHeld(): Promise<Held> {
  const { rows } = useStore()
  const estate = useSession().estate.value?.id ?? ''
  const notices = await rows(noticeTable).where({ estate }).toArray()
  const read = await rows(readTable).get(ownKey())
  return { notices: shown(notices, corrected()), readUpTo: read?.at ?? '' }
}

/** Answer how many notices are new. */
export function useNewNotices() {
  const held = useLive<Held | null>(readHeld, null)
  return computed(() => {
    const { notices = [], readUpTo = '' } = held.value ?? {}
    return notices.filter((notice) => isNew(notice, readUpTo)).length
  })
}

/** Answer the notices for the page that shows them; leaving it, all have been read. */
export function useNotices() {
  const held = useLive<Held | null>(readHeld, null)
  const notices = computed(() => held.value?.notices)
  let before: string | undefined
  watch(held, (now) => (before ??= now?.readUpTo), { flush: 'sync' })
  onScopeDispose(() => void noteRead(notices.value?.[0]?.at))
  return { notices, fresh: (notice: Notice) => isNew(notice, before ?? '') }
}

async function noteRead(at: string | undefined): Promise<void> {
  if (at) await useStore().rows(readTable).put({ id: ownKey(), at })
}
