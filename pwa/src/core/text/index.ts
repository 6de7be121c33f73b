/**
 * The words on the screen, in the language chosen.
 *
 * Own, not vue-i18n: that is 13 kB gzip even in its runtime build, which moreover needs its messages compiled ahead;
 * what the app needs of it is the forty lines of `translate.ts`.
 */
import { shallowRef } from 'vue'

import type { Locale } from '@/core/domain'
import { refusalText, translate, type Params, type Words } from '@/core/text/translate'

const loaders: Record<Locale, () => Promise<{ default: Words }>> = {
  'zh-Hans': () => import('virtual:words/zh-Hans'),
  'zh-Hant': () => import('virtual:words/zh-Hant'),
  en: () => import('virtual:words/en'),
}

export const LOCALES = Object.keys(loaders) as Locale[]

const words = shallowRef<Words>({})

/** The language on the screen. Change it with `showLanguage`. */
export const locale = shallowRef<Locale>('zh-Hans')

/** Load a language and show it; until it has come, the one before stays. */
export async function showLanguage(wanted: Locale): Promise<void> {
  words.value = (await loaders[wanted]()).default
  locale.value = wanted
  document.documentElement.lang = wanted
}

/** Answer the words under `key` (`room.word`). In a template or a computed they follow the language. */
export function t(key: string, params?: Params): string {
  return translate(words.value, key, params)
}

/** Answer what is so and what to do next for a refusal's `code`. */
export function refusal(code: string, params?: Params): string {
  return refusalText(words.value, code, params)
}
