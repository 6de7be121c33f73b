/** Where the phone thinks it is. Evidence, never proof; a visit goes on without it. */
import type { Position } from '@/domains/patrols/types'

const PATIENCE_MS = 15_000

/** Answer the position, or null when the phone cannot or may not tell. */
export async function positionNow(): Promise<Position | null> {
  if (!('geolocation' in navigator)) return null
  return new Promise((answer) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        answer({
          lat: coords.latitude,
          lon: coords.longitude,
          accuracyM: Math.round(coords.accuracy),
        }),
      () => answer(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: PATIENCE_MS },
    )
  })
}
