/** Making a rescue file of this phone, and handing one in. */
import { computed, ref, shallowRef } from 'vue'

import { now } from '@/core/clock'
import { thisDevice } from '@/core/device/device'
import { offerFile } from '@/core/download'
import { useCall } from '@/core/http/useCall'
import { handIn, makeRescueFile, readUnsent, type Rescued } from '@/core/rescue/rescue'
import { useLive } from '@/core/store/use'
import { t } from '@/core/text'
import { dayOf } from '@/core/text/when'

export function useExport() {
  const unsent = useLive(readUnsent, { items: [], photos: [] })
  const state = ref<'no' | 'making' | 'made' | 'noKey' | 'failed'>('no')

  async function make(): Promise<void> {
    state.value = 'making'
    const file = await makeRescueFile().catch(() => undefined)
    if (file) offerFile(file, await nameOfFile(), file.type)
    if (file === null) state.value = 'noKey'
    else state.value = file ? 'made' : 'failed'
  }
  return { unsent, state, make }
}

export function useHandIn() {
  const { running, failed, call } = useCall()
  const share = ref(0)
  const told = shallowRef<Rescued | null>(null)

  async function send(file: File): Promise<void> {
    told.value = null
    share.value = 0
    const answer = await call(() => handIn(file, (sent) => (share.value = sent)))
    if (answer.ok) told.value = answer.data
  }

  const count = (outcome: string) =>
    told.value?.answers.filter((answer) => answer['outcome'] === outcome).length ?? 0
  /** What is said about the file, one line each; nothing about noughts. */
  const lines = computed(() => {
    const { held = 0, strangers = 0, photosKept = 0, photosAbsent = 0 } = told.value ?? {}
    const counts = { applied: count('applied'), refused: count('refused'), held, strangers }
    return Object.entries({ ...counts, photosKept, photosAbsent })
      .filter(([, n]) => n > 0)
      .map(([word, n]) => t(`shell.rescue.told.${word}`, { n }))
  })
  return { running, failed, share, told, lines, send }
}

async function nameOfFile(): Promise<string> {
  const { name } = await thisDevice()
  return `${t('shell.rescue.file')} ${name} ${dayOf(now())}.rounds`
}
