/** What the phone knows of a place beside its checklist: what is open there, and how its meters read. */
import { shallowRef, type Ref } from 'vue'

import type { Reading } from '@/ground/checklists/details'
import type { Template } from '@/ground/checklists/types'
import { reports, type OpenFinding } from '@/domains/patrols/needs'
import type { Draft } from '@/domains/patrols/types'

/** Answer what is open at the place of a sheet, newest first (undefined while it is read), and readings of before. */
export function useOpen(draft: Ref<Draft | null | undefined>, template: Ref<Template | undefined>) {
  const findings = shallowRef<OpenFinding[]>()
  const readings = shallowRef<Reading[]>([])

  /** Read both once: the sheet is filled in within minutes, and nothing may jump meanwhile. */
  async function readOpen(): Promise<void> {
    const placeId = draft.value?.placeId
    const metered = template.value?.items.some(({ measure }) => measure) ?? false
    try {
      findings.value = placeId ? await reports().openAt(placeId) : []
      if (placeId && metered) readings.value = await reports().readingsAt(placeId)
    } catch {
      // The sheet is filled in without them all the same.
      findings.value ??= []
    }
  }

  return { findings, readings, readOpen }
}
