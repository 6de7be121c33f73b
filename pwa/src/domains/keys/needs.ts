/** What keys must know of other domains. It names no domain: the shell joins whoever can answer. */

/** A home entered in an emergency: keys lent for it name it (PAT-N5). */
export interface EmergencyEntry {
  id: string
  unit: string
  enteredAt: string
}

let reading: (() => Promise<EmergencyEntry[]>) | undefined

/** Say who knows of emergency entries; the shell does it once, a test for itself. */
export function joinEntriesBy(read: () => Promise<EmergencyEntry[]>): void {
  reading = read
}

/** Answer the emergency entries that this phone knows of, newest first. */
export async function emergencyEntries(): Promise<EmergencyEntry[]> {
  return reading?.() ?? []
}
