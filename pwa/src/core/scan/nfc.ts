/** Labels that are tags too (NFC): they hold the same address as the code. Only Chrome on Android reads them in a page. */

/** As much of Web NFC as is used; TypeScript does not know it. */
interface TagReader extends EventTarget {
  scan(options: { signal: AbortSignal }): Promise<void>
}
interface TagRecord {
  recordType: string
  data?: DataView
}
type TagReading = Event & { message: { records: readonly TagRecord[] } }

/** Say whether this browser can read tags. */
export function readsTags(): boolean {
  return 'NDEFReader' in window
}

/** Say whether the person gave leave before, so that nothing is asked. */
export async function mayReadTags(): Promise<boolean> {
  const asked = navigator.permissions?.query({ name: 'nfc' as PermissionName })
  return (await asked?.catch(() => null))?.state === 'granted'
}

/**
 * Call `onText` with the address on each tag that the phone is brought to, until `signal`.
 *
 * Rejects when the person says no, or NFC is switched off.
 */
export async function readTags(onText: (text: string) => void, signal: AbortSignal): Promise<void> {
  const { NDEFReader: Reader } = window as unknown as { NDEFReader: new () => TagReader }
  const reader = new Reader()
  reader.addEventListener(
    'reading',
    (event) => {
      const { records } = (event as TagReading).message
      const address = records.find(({ recordType }) => /^(absolute-)?url$/.test(recordType))
      onText(new TextDecoder().decode(address?.data))
    },
    { signal },
  )
  await reader.scan({ signal })
}
