/** Ids: version 7 for what happens (time-ordered), version 5 for what both sides must compute alike. */
import { v5, v7 } from 'uuid'

/** Root of every computed id; the server holds the same constant (`webapp/core/ids.py`). */
const ROUNDS = '6f3b5d0e-7a41-5c52-9d0b-2f1c8e4a9b70'

/** Answer a fresh time-ordered id (UUIDv7). */
export function newId(): string {
  return v7()
}

/** Answer the id that phone and server both derive from `parts`, joined by `/` (UUIDv5). */
export function computedId(...parts: (string | number)[]): string {
  return v5(parts.join('/'), ROUNDS)
}
