/** The import as its pages see it; every call needs the network. */
import { onScopeDispose, ref, shallowRef } from 'vue'

import { offerFile } from '@/core/download'
import { get, post } from '@/core/http/client'
import { upload as send } from '@/core/http/upload'
import { useCall } from '@/core/http/useCall'
import { syncNow } from '@/core/sync/loop'
import { atWork } from '@/ground/register/rules'
import type { Meaning, Upload, UploadLine } from '@/ground/register/types'

const EVERY_MS = 1_000
const PATIENCE_MS = 60_000

/** The last uploads of the estate, newest first. */
export function useUploads() {
  const uploads = shallowRef<UploadLine[]>([])
  const loaded = ref(false)
  const { failed, call } = useCall()

  async function load(): Promise<void> {
    const answer = await call(() => get<UploadLine[]>('/register/uploads'))
    if (answer.ok) uploads.value = answer.data
    loaded.value = true
  }
  return { uploads, loaded, failed, load }
}

/** Send a register; answers its upload's id, or null when it was not taken. */
export function useSending() {
  const sent = ref(0)
  const { running, failed, call } = useCall()

  async function sendFile(file: File): Promise<string | null> {
    sent.value = 0
    const path = `/register/uploads?name=${encodeURIComponent(file.name)}`
    const answer = await call(() => send<Upload>(path, file, (share) => (sent.value = share)))
    return answer.ok ? answer.data.id : null
  }
  return { sent, running, failed, sendFile }
}

/** One upload, asked for again every second while the server is at work on it. */
export function useUpload(id: string) {
  const upload = shallowRef<Upload | null>(null)
  const { failed, call } = useCall()
  const act = useCall()
  let timer = 0
  let left = false

  async function load(): Promise<void> {
    clearTimeout(timer)
    take(await call(() => get<Upload>(`/register/uploads/${id}`)))
  }

  function take(answer: { ok: boolean; data?: Upload }): void {
    if (left) return
    const kept = upload.value?.state === 'keeping' && answer.data?.state === 'kept'
    if (answer.data) upload.value = answer.data
    if (kept) void syncNow()
    if (upload.value && atWork(upload.value)) timer = window.setTimeout(() => void load(), EVERY_MS)
  }

  /** Say what columns mean, by their titles: remembered for the estate, and the file is read again. */
  async function chooseColumns(chosen: ReadonlyMap<string, Meaning>): Promise<void> {
    const columns = [...chosen].map(([title, meaning]) => ({ title, meaning }))
    const path = `/register/uploads/${id}/columns`
    take(await act.call(() => post<Upload>(path, { columns })))
  }

  async function keep(): Promise<void> {
    take(await act.call(() => post<Upload>(`/register/uploads/${id}/keep`)))
  }

  onScopeDispose(() => {
    left = true
    clearTimeout(timer)
  })
  void load()
  return { upload, failed, load, chooseColumns, keep, act }
}

/** The refused rows as a file that a spreadsheet opens. */
export function useRefusedRows() {
  const { running, failed, call } = useCall()

  async function download({ id }: Upload, name: string): Promise<void> {
    const answer = await call(() =>
      get<ArrayBuffer>(`/register/uploads/${id}/refused.csv`, {
        as: 'bytes',
        patienceMs: PATIENCE_MS,
      }),
    )
    if (answer.ok) offerFile(answer.data, name, 'text/csv')
  }
  return { running, failed, download }
}
