/** What checks a password on the phone: PBKDF2 with a salt of its own, as slow as this phone can bear. */
import { elapsedMs } from '@/core/clock'
import type { Verifier } from '@/core/session/table'

const SAMPLE = 20_000
const AIM_MS = 250
/** A phone that stumbled while it was measured must not get a weak one, nor a quick desk an endless one. */
const FEWEST = 100_000
const MOST = 1_500_000

/** Answer a verifier of `password`; undefined where the browser keeps WebCrypto from the page (plain http). */
export async function makeVerifier(password: string): Promise<Verifier | undefined> {
  if (!window.isSecureContext) return undefined
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const begun = elapsedMs()
  await derived(password, salt, SAMPLE)
  const turns = turnsFor(elapsedMs() - begun)
  return { salt: text(salt), turns, hash: text(await derived(password, salt, turns)) }
}

/** Answer whether the verifier was made of this password. */
export async function matches(password: string, { salt, turns, hash }: Verifier): Promise<boolean> {
  const bytes = Uint8Array.from(atob(salt), (one) => one.charCodeAt(0))
  return text(await derived(password, bytes, turns)) === hash
}

/** Answer how many turns take about AIM_MS where SAMPLE took `sampleMs`. */
export function turnsFor(sampleMs: number): number {
  const turns = Math.round((SAMPLE * AIM_MS) / Math.max(sampleMs, 1))
  return Math.min(Math.max(turns, FEWEST), MOST)
}

async function derived(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> {
  const typed = new TextEncoder().encode(password)
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}

function text(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
