/** The lens this phone scans with, as it was chosen the last time on a phone with the same lenses. */
import { useLocalStorage } from '@vueuse/core'
import { computed, ref } from 'vue'

import { lensAfter, lensFor, modelOf, nameOf, type Lens } from '@/core/scan/lens/lenses'

/** Answer what to open (`wanted`), whether there is another (`canSwitch`), and the way to it (`chooseNext`). */
export function useLens() {
  const chosen = useLocalStorage<Record<string, string>>('rounds.lenses', {})
  const lenses = ref<Lens[]>([])

  /** Answer the id of the lens to open; undefined to leave it to the browser. */
  async function wanted(): Promise<string | undefined> {
    lenses.value = await cameras()
    return lensFor(lenses.value, chosen.value)?.id
  }

  /** Some phones take the wrong one of several lenses: the one after `id`, and it stays the chosen one. */
  function chooseNext(id: string | undefined): void {
    const next = lensAfter(lenses.value, id)
    const model = modelOf(lenses.value)
    if (next && model) chosen.value = { ...chosen.value, [model]: nameOf(next) }
  }

  return { wanted, canSwitch: computed(() => lenses.value.length > 1), chooseNext }
}

async function cameras(): Promise<Lens[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? []
  const all = devices.filter(({ kind }) => kind === 'videoinput')
  return all.map(({ deviceId, label }, at) => {
    const twins = all.slice(0, at).filter((other) => label && other.label === label).length
    return { id: deviceId, label: twins > 0 ? `${label} (${twins + 1})` : label }
  })
}
