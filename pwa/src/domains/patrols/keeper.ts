/** Writes the newest state of one thing, one write at a time: what changes meanwhile goes with the next. */

export interface Keeper<T> {
  /** Write this soon; a newer one replaces it while it waits. */
  keep(value: T): void
  /** Wait until everything handed over is written. Rejects when the last write failed. */
  settled(): Promise<void>
}

/** Answer a keeper that writes by `write` and tells `failed` of what went wrong (null: it works again). */
export function keeperOf<T>(
  write: (value: T) => Promise<unknown>,
  failed: (error: unknown) => void,
): Keeper<T> {
  let newest: { value: T } | null = null
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (newest) {
      const { value } = newest
      newest = null
      await write(value)
      failed(null)
    }
  }

  return {
    keep(value) {
      newest = { value }
      running ??= run()
        .catch(failed)
        .finally(() => (running = null))
    },
    async settled() {
      await running
    },
  }
}
