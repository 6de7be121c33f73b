/**
 * The words on the screen, in the language chosen.
 *
 * Own, not vue-i18n: that is 13 kB gzip even in its runtime build, which moreover needs its messages compiled ahead;
 * what the app needs of it is the forty lines of `translate.ts`.
 */
import { shallowRef } from 'vue'

import type { Locale } from '@/core/domain'
import { refusalText, translate, type Params, type Words } from '@/core/text/translate'

type Loaders = Record<Locale, () => Promise<{ default: Words }>>

const loaders: Loaders = {
  'zh-Hans': () => import('virtual:words/zh-Hans'),
  'zh-Hant': () => import('virtual:words/zh-Hant'),
  en: () => import('virtual:words/en'),
}

/** Words of the office's pages, of the scanner and of sheets: no start on a round waits for them. */
const officeLoaders: Loaders = {
  'zh-Hans': () => import('virtual:words/office/zh-Hans'),
  'zh-Hant': () => import('virtual:words/office/zh-Hant'),
  en: () => import('virtual:words/office/en'),
}

export const LOCALES = Object.keys(loaders) as Locale[]

const words = shallowRef<Words>({})
let wanted: Locale = 'zh-Hans'
let inOffice = false

/** The language on the screen. Change it with `showLanguage`. */
export const locale = shallowRef<Locale>('zh-Hans')

/** Load a language and show it; until it has come, the one before stays. */
export async function showLanguage(language: Locale): Promise<void> {
  wanted = language
  const parts = inOffice ? [loaders, officeLoaders] : [loaders]
  const loaded = await Promise.all(parts.map((part) => part[language]()))
  // Another language was asked for meanwhile: the last word holds.
  if (wanted !== language) return
  words.value = Object.assign({}, ...loaded.map((module) => module.default))
  locale.value = language
  document.documentElement.lang = language
}

/** Answer a loader of an office page that brings the words of the office along. */
export function officePage<T>(page: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded] = await Promise.all([page(), bringOfficeWords()])
    return loaded
  }
}

/** Bring the words that the start did without, before a page asks for them. */
export async function bringOfficeWords(): Promise<void> {
  if (inOffice) return
  inOffice = true
  await showLanguage(wanted)
}

/** Answer the words under `key` (`room.word`). In a template or a computed they follow the language. */
export function t(key: string, params?: Params): string {
  return translate(words.value, key, params)
}

/** Answer what is so and what to do next for a refusal's `code`, its parameters as they are; see `core/text/refusal`. */
export function refusalAsItIs(code: string, params?: Params): string {
  return refusalText(words.value, code, params)
}
