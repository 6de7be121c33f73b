/** Writes the newest state of one thing, one write at a time: what changes meanwhile goes with the next. */

export interface Keeper<T> {
  /** Write this soon; a newer one replaces it while it waits. */
  keep(value: T): void
  /** Try once more what failed, and wait until everything handed over is written or has failed again. */
  settled(): Promise<void>
  /** Write no more: the thing is kept elsewhere by now, or thrown away. */
  stop(): void
}

const FIRST_MS = 2_000
const LONGEST_MS = 30_000

/**
 * Answer a keeper that writes by `write` and tells `failed` of what went wrong (null: it works again).
 *
 * What could not be written is tried again by itself, after growing waits: a full phone may have space again.
 */
export function keeperOf<T>(
  write: (value: T) => Promise<unknown>,
  failed: (error: unknown) => void,
): Keeper<T> {
  let newest: { value: T } | null = null
  let running: Promise<void> | null = null
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  async function writeAll(): Promise<void> {
    while (newest) {
      const one = newest
      newest = null
      try {
        await write(one.value)
      } catch (error) {
        newest ??= one
        return failLater(error)
      }
      failures = 0
      failed(null)
    }
  }

  function failLater(error: unknown): void {
    failures += 1
    retry = setTimeout(() => void go(), Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS))
    failed(error)
  }

  function go(): Promise<void> {
    clearTimeout(retry)
    running ??= writeAll().finally(() => (running = null))
    return running
  }

  return {
    keep(value) {
      newest = { value }
      void go()
    },
    settled: go,
    stop() {
      clearTimeout(retry)
      newest = null
    },
  }
}
