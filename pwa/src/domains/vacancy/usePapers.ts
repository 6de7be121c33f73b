/** Papers of vacant units: what the server has drafted, and filing one. */
import { computed } from 'vue'

import type { Contents, Paper } from '@/domains/vacancy/papers'
import { useAct } from '@/domains/vacancy/useAct'
import { useAsked } from '@/domains/vacancy/useAsked'
import { useManages } from '@/domains/vacancy/useRoles'

const KINDS = { tables: 'vacancy.table_file', summaries: 'vacancy.summary_file' } as const

/** Answer the papers, and how one is filed as it was shown; the list is asked for anew once the server answered. */
export function usePapers<Which extends keyof Contents>(which: Which) {
  const { data, failed, load } = useAsked<Record<Which, Paper<Contents[Which]>[]>>(`/${which}`)
  const papers = computed<readonly Paper<Contents[Which]>[] | undefined>(() => data.value?.[which])
  const { act, waits, refused } = useAct([KINDS[which]], load)

  /** Answers why not when it could not be kept. */
  const file = ({ id: about, period, sha256: seen }: Paper<Contents[Which]>) =>
    act({ kind: KINDS[which], about, body: { period, seen, note: '' }, title: { period } })

  return { papers, failed, load, mayFile: useManages(), waits, refused, file }
}
