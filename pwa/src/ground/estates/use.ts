/** The settings of the estate on the screen, as the office changes them; needs the network. */
import { computed, ref, shallowRef } from 'vue'

import { get, replace } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { changesIn, windowsFollow } from '@/ground/estates/rules'
import type { ChosenSettings } from '@/ground/estates/types'

type Told = Schemas['SettingsOut']

const PATH = '/estates/settings'
const copyOf = (told: Told) => structuredClone(told.settings) as ChosenSettings

export function useSettings() {
  const told = shallowRef<Told | null>(null)
  const form = ref<ChosenSettings | null>(null)
  const saved = ref(false)
  const { running, failed, code, call } = useCall()

  const changes = computed(() =>
    told.value && form.value ? changesIn(copyOf(told.value), form.value) : {},
  )
  const count = computed(() => Object.keys(changes.value).length)
  const sound = computed(() => !form.value || windowsFollow(form.value.patrol_windows))

  function show(answered: Told): void {
    told.value = answered
    form.value = copyOf(answered)
  }

  async function load(): Promise<void> {
    const answer = await call(() => get<Told>(PATH))
    if (answer.ok) show(answer.data)
  }

  async function save(): Promise<void> {
    const body = { seen: told.value?.version ?? 0, settings: changes.value }
    const answer = await call(() => replace<Told>(PATH, body))
    saved.value = answer.ok
    if (answer.ok) return show(answer.data)
    if (code.value !== 'estates.settings_moved_on') return
    const why = failed.value
    await load()
    failed.value = why
  }

  const undo = () => told.value && show(told.value)
  return { told, form, changes, count, sound, saved, running, failed, load, save, undo }
}
