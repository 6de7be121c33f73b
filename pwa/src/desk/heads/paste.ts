/** A head of the logbook as it stands in a message that somebody kept. */
export interface Head {
  hash: string
  /** Number of its entry; null: the message says none that can be read. */
  entry: number | null
}

/** Answer the head in a pasted message, or in the hash alone; null when there is none. */
export function headIn(message: string): Head | null {
  const hash = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.exec(message)?.[0].toLowerCase()
  if (!hash) return null
  const entry = /第\s*(\d+)\s*[条條]|entry (\d+)/.exec(message)
  return { hash, entry: entry ? Number(entry[1] ?? entry[2]) : null }
}
