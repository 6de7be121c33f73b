/** Hands the person a file to keep. */

const READ_BY_THEN_MS = 60_000

/** Offer `bytes` for download as `name`. */
export function offerFile(bytes: ArrayBuffer, name: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = name
  link.click()
  // Safari reads the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_THEN_MS)
}
