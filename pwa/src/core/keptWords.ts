/** Words typed into a sheet outlive a killed page: they wait on the phone, per person, until what they are for is kept. */
import { inject, provide, watch, type InjectionKey, type Ref } from 'vue'

import { useSession } from '@/core/session/session'

interface Kept {
  /** When something was written last, in milliseconds. */
  at: number
  /** By field. */
  words: Record<string, string>
}

const PLACE = 'rounds.words/'
/** Nobody comes back to them after that. */
const KEPT_MS = 3 * 86_400_000
const sheet: InjectionKey<string> = Symbol('sheet')

function read(key: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Kept
  } catch {
    return { at: 0, words: {} }
  }
}

function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full phone: the words are still on the screen.
  }
}

function sweep(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PLACE) && Date.now() - read(key).at > KEPT_MS) localStorage.removeItem(key)
}

/** Keep the words of all fields in the calling sheet; the page's address and `title` name it. Answers how to forget them. */
export function keepWords(title: string): () => void {
  const key = keyOf(title)
  provide(sheet, key)
  return () => localStorage.removeItem(key)
}

/** Keep one text of the calling page itself, as `keepWords` keeps those of fields. Answers how to forget it. */
export function keepText(title: string, text: Ref<string>): () => void {
  const key = keyOf(title)
  fill(key, text, '')
  return () => localStorage.removeItem(key)
}

function keyOf(title: string): string {
  sweep()
  return `${PLACE}${useSession().me.value?.id ?? ''}${location.pathname}/${title}`
}

/** Fill a field of a sheet with what was written into it before, and keep what is written now. */
export function useKeptWords(text: Ref<string>, field: string): void {
  const key = inject(sheet, null)
  if (key !== null) fill(key, text, field)
}

function fill(key: string, text: Ref<string>, field: string): void {
  if (!text.value) text.value = read(key).words[field] ?? ''
  watch(
    text,
    (words) => write(key, { at: Date.now(), words: { ...read(key).words, [field]: words } }),
    {
      flush: 'sync',
    },
  )
}
