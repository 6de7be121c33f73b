/** What the items of the checklist are called. */
import { computed, type Ref } from 'vue'

import { useLive } from '@/core/store/use'
import { locale } from '@/core/text'
import { readLists } from '@/domains/vacancy/repo'

/** Answer the names of the items this phone knows, by id. */
export function useItemNames(): Ref<ReadonlyMap<string, string>> {
  const list = useLive(async () => (await readLists()).list, undefined)
  return computed(
    () => new Map((list.value?.items ?? []).map(({ id, words }) => [id, words[locale.value]])),
  )
}
