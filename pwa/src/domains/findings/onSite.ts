/** Standing where the finding is: what a scanned label says about that. */
import { useLive, useStore } from '@/core/store/use'
import type { ScannedCode } from '@/core/scan/types'
import { labelTable, type Label } from '@/ground/labels'
import { placeTable, type Place } from '@/ground/places'
import type { OnSite } from '@/domains/findings/types'

/** here: the label hangs at the place · elsewhere, revoked, unknown: it does not prove that · unscanned: none was read */
export type Standing = 'here' | 'elsewhere' | 'revoked' | 'unknown' | 'unscanned'

/** A look at the place: how it was proved, and what the label says. */
export interface Look {
  scan: OnSite
  standing: Standing
  /** Where the label hangs, when that is somewhere else. */
  at: string
}

/** Answer what a label says about standing at `placeId`. */
export function standingOf(label: Label | undefined, placeId: string): Standing {
  if (!label) return 'unknown'
  if (label.state === 'revoked') return 'revoked'
  return label.targetKind === 'place' && label.targetId === placeId ? 'here' : 'elsewhere'
}

/** Answer how codes are judged at a place: the name of the place that a code hangs at, and the look it makes. */
export function useOnSite(placeId: string) {
  const known = useLive(readLabels, { labels: new Map(), places: new Map() } as Known)

  function placeOf(code: string): string | undefined {
    return known.value.places.get(known.value.labels.get(code)?.targetId ?? '')?.name
  }

  function lookOf({ code, method, reason }: ScannedCode): Look {
    const standing = standingOf(known.value.labels.get(code), placeId)
    const read = method === 'scanner' ? 'camera' : method
    return {
      scan: { method: read, code, reason: reason ?? null },
      standing,
      at: standing === 'elsewhere' ? (placeOf(code) ?? '') : '',
    }
  }

  return { placeOf, lookOf }
}

interface Known {
  labels: Map<string, Label>
  places: Map<string, Place>
}

async function readLabels(): Promise<Known> {
  const { rows } = useStore()
  const [labels, places] = await Promise.all([
    rows(labelTable).toArray(),
    rows(placeTable).toArray(),
  ])
  return {
    labels: new Map(labels.map((label) => [label.code, label])),
    places: new Map(places.map((place) => [place.id, place])),
  }
}
