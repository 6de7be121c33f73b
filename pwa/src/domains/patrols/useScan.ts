/** From a scanned label, or a place picked from the list, to the sheet of that place. */
import { computed, shallowRef, watch, type Ref } from 'vue'

import { useSession } from '@/core/session/session'
import { signal } from '@/core/scan/signals'
import type { ScannedCode } from '@/core/scan/types'
import { findRoom } from '@/core/store/room'
import { useLive } from '@/core/store/use'
import type { Label } from '@/ground/labels/types'
import type { Place } from '@/ground/places/types'
import { openSheet } from '@/domains/patrols/opening'
import { asking, readLabels } from '@/domains/patrols/repo'
import { labelOutcome, type Trouble } from '@/domains/patrols/scanning'
import type { Scan } from '@/domains/patrols/types'
import { useGround } from '@/domains/patrols/use'

/** A code that did not lead to a sheet: nothing is lost, it goes with whatever is done next. */
export interface Stuck {
  why: Trouble
  code: string
  scan: Scan
  place: Place | null
  label: Label | null
  /** How much room the phone has left, where that is why. */
  leftBytes?: number | null
}

/** A keyboard scanner reads the label as well as the camera does. */
function scanOf({ method, reason }: ScannedCode): Scan {
  return { method: method === 'scanner' ? 'camera' : method, reason: reason ?? null }
}

/** On a new phone the first scan may come before the first data: once its label is known, nobody has to scan again. */
function takeOnceKnown(
  stuck: Ref<Stuck | null>,
  isKnown: (code: string) => boolean,
  take: (code: string, scan: Scan) => Promise<void>,
): void {
  const known = computed(() =>
    stuck.value?.why === 'unknown' && isKnown(stuck.value.code) ? stuck.value : null,
  )
  watch(known, (now) => {
    if (!now) return
    stuck.value = null
    void take(now.code, now.scan)
  })
}

/** Answer the ways to a sheet; `opened` is told its id. `madeUp`: the page whose missed places are made up. */
export function useScan(opened: (draftId: string) => void, madeUp: string | null = null) {
  const ground = useGround()
  const labels = useLive<Map<string, Label> | null>(readLabels, null)
  // Shallow: what is in it goes into the store, and the store takes no proxies.
  const stuck = shallowRef<Stuck | null>(null)
  // Looked for while the camera opens, so that nobody waits for it.
  let room = findRoom()
  const places = computed(() => ground.value?.places ?? new Map<string, Place>())
  const ready = computed(() => ground.value !== undefined && labels.value !== null)

  /** Answer the name of the place a code hangs at, for the scanner to say at once. */
  function placeOf(code: string): string | undefined {
    const label = labels.value?.get(code)
    return label && places.value.get(label.targetId)?.name
  }

  function refuse(why: Stuck): void {
    signal('refused')
    stuck.value = why
  }

  async function open(
    place: Place,
    scan: Scan,
    label: string | null,
    hangs = false,
  ): Promise<void> {
    const by = asking()?.by
    if (!ground.value || !by) return
    const { is, leftBytes } = await room
    if (is !== 'ok') {
      room = findRoom()
      const why = is === 'full' ? 'no_room' : 'no_store'
      return refuse({ why, code: label ?? '', scan, place: null, label: null, leftBytes })
    }
    const id = await openSheet({ place, label, hangs, scan }, ground.value, by, madeUp)
    if (id !== null) opened(id)
    else refuse({ why: 'no_checklist', code: label ?? '', scan, place: null, label: null })
  }

  function takeScanned(scanned: ScannedCode): Promise<void> {
    return take(scanned.code, scanOf(scanned))
  }

  async function take(code: string, scan: Scan): Promise<void> {
    const label = labels.value?.get(code)
    const outcome = labelOutcome(label, ground.value?.estate.id ?? '', places.value)
    if (outcome.ok) return open(outcome.place, scan, code, outcome.hangs)
    refuse({ ...outcome, code, scan })
  }

  /** Visit the place all the same; the label goes with it and the record is marked. */
  async function openAnyway(): Promise<void> {
    if (!stuck.value?.place) return
    const { place, scan, code } = stuck.value
    stuck.value = null
    await open(place, scan, code)
  }

  /** Visit a place picked from the list, with the reason why no label was read (PAT-R12). */
  async function pick(place: Place, reason: string): Promise<void> {
    const code = stuck.value?.code ?? null
    stuck.value = null
    await open(place, { method: 'listed', reason }, code === '' ? null : code)
  }

  takeOnceKnown(stuck, (code) => places.value.has(labels.value?.get(code)?.targetId ?? ''), take)
  return { ground, ready, stuck, placeOf, take: takeScanned, openAnyway, pick }
}

/** Answer the estate of a label among those the person works in, and the way to change to it. */
export function useOtherEstate() {
  const { me, chooseEstate } = useSession()
  const nameOf = (estate: string) => me.value?.estates.find(({ id }) => id === estate)?.name
  return { nameOf, chooseEstate }
}
