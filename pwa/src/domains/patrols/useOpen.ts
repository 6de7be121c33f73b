/** What the phone knows of a place beside its checklist: what is open there, how its meters read, who lives there not. */
import { shallowRef, type Ref } from 'vue'

import { useStore } from '@/core/store/use'
import type { Reading } from '@/ground/checklists/details'
import { isOfEmptyUnits } from '@/ground/checklists/rules'
import type { Template } from '@/ground/checklists/types'
import { emptyUnitsAt } from '@/ground/places/empty'
import { placeTable } from '@/ground/places/table'
import { reports, type OpenFinding } from '@/domains/patrols/needs'
import type { Draft } from '@/domains/patrols/types'

/**
 * Answer what is open at the place of a sheet, newest first (undefined while it is read), readings of before, and the
 * numbers of empty units where the checklist asks about their water (undefined where it does not).
 */
export function useOpen(draft: Ref<Draft | null | undefined>, template: Ref<Template | undefined>) {
  const findings = shallowRef<OpenFinding[]>()
  const readings = shallowRef<Reading[]>([])
  const emptyUnits = shallowRef<string[]>()

  /** Read both once: the sheet is filled in within minutes, and nothing may jump meanwhile. */
  async function readOpen(): Promise<void> {
    const placeId = draft.value?.placeId
    const metered = template.value?.items.some(({ measure }) => measure) ?? false
    try {
      findings.value = placeId ? await reports().openAt(placeId) : []
      if (placeId && metered) readings.value = await reports().readingsAt(placeId)
      if (placeId && template.value?.items.some(isOfEmptyUnits))
        emptyUnits.value = await at(placeId)
    } catch {
      // The sheet is filled in without them all the same.
      findings.value ??= []
    }
  }

  return { findings, readings, emptyUnits, readOpen }
}

async function at(placeId: string): Promise<string[] | undefined> {
  const place = await useStore().rows(placeTable).get(placeId)
  return place && emptyUnitsAt(place)
}
