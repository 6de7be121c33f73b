/** Hands the person a file to keep. */

const READ_BY_THEN_MS = 60_000

/** Offer `content` for download as `name`. */
export function offerFile(content: ArrayBuffer | Blob, name: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  // Safari reads the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_THEN_MS)
}
