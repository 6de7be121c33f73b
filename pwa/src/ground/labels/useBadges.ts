/** Badges of colleagues: made and drawn by the server, handed over as a file. */
import { offerFile } from '@/core/download'
import { post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { colleagueTable } from '@/ground/people'

const PATIENCE_MS = 60_000

/** Answer the colleagues of the estate on the screen, and how their badges are printed. */
export function useBadges() {
  const form = useCall()
  const colleagues = useLive(readColleagues, [])

  async function print(personIds: readonly string[], name: string): Promise<boolean> {
    const answer = await form.call(() =>
      post<ArrayBuffer>('/labels/badges', { personIds }, { as: 'bytes', patienceMs: PATIENCE_MS }),
    )
    if (!answer.ok) return false
    offerFile(answer.data, name, 'application/pdf')
    // Who scans one looks for it among the labels held.
    void syncNow()
    return true
  }
  return { ...form, colleagues, print }
}

async function readColleagues() {
  const estate = useSession().estate.value?.id ?? ''
  const rows = await useStore().rows(colleagueTable).where({ estate }).toArray()
  return rows.filter(({ active }) => active).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}
