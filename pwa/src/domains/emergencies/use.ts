/** Emergency entries as pages see them, kept up to date with the phone's store. */
import { computed } from 'vue'

import { useLive } from '@/core/store/use'
import { readColleagues, readEntries, type Colleague } from '@/domains/emergencies/repo'
import type { Entry } from '@/domains/emergencies/types'

/** Answer all entries, newest first; undefined while they are read. */
export function useEntries() {
  return useLive<Entry[] | undefined>(readEntries, undefined)
}

/** Answer one entry; null when this phone knows nothing of it. */
export function useEntry(id: string) {
  const entries = useEntries()
  return computed(() => entries.value && (entries.value.find((one) => one.id === id) ?? null))
}

/** Answer who works here, and who of them may authorise an entry. */
export function useColleagues() {
  const colleagues = useLive<Colleague[]>(readColleagues, [])
  const managers = computed(() => colleagues.value.filter(({ manages }) => manages))
  return { colleagues, managers }
}
