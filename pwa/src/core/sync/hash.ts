/** The hash under which an item stands in the server's receipts, and by which a signature names it. */
import type { OutboxItem } from '@/core/outbox/types'
import { asSent } from '@/core/sync/wire'

/** Answer the SHA-256 of an item in its canonical form (RFC 8785), hex. */
export async function itemHash(item: OutboxItem): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(asSent(item)))
  // Wrapped, so that a live query that asks for it goes on following the store (Dexie's rule).
  const hash = new Uint8Array(await Promise.resolve(crypto.subtle.digest('SHA-256', bytes)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Numbers and texts are written by JavaScript as RFC 8785 has them; what is left is the order of the names. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
