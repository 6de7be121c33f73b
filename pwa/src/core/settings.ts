/** What a person set on this phone: language, theme, sound. In localStorage, for it is needed before the first picture. */
import { reactive, watch } from 'vue'

import type { Locale } from '@/core/domain'

export type Theme = 'system' | 'light' | 'dark'

interface Settings {
  language: Locale
  theme: Theme
  sound: boolean
}

/** `public/early.js` reads the same place. */
const PLACE = 'rounds.settings'

/** The settings in force; what is set here is kept and shown at once. */
export const settings = reactive<Settings>({
  language: 'zh-Hans',
  theme: 'system',
  sound: true,
  ...stored(),
})

/** Keep the settings and show the theme whenever they change. */
export function followSettings(): void {
  watch(
    settings,
    (chosen) => {
      localStorage.setItem(PLACE, JSON.stringify(chosen))
      showTheme(chosen.theme)
    },
    { immediate: true },
  )
}

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  const surface = getComputedStyle(document.documentElement).getPropertyValue('--c-surface').trim()
  document.querySelectorAll('meta[name="theme-color"]').forEach((meta) => {
    if (theme !== 'system' && surface) meta.setAttribute('content', surface)
  })
}

/** The system's language until one is chosen: Traditional for Hong Kong, Macau and Taiwan; English if neither. */
export function languageOf(tag: string): Locale {
  if (/^zh\b.*(Hant|TW|HK|MO)/i.test(tag)) return 'zh-Hant'
  return /^en/i.test(tag) ? 'en' : 'zh-Hans'
}

function stored(): Partial<Settings> {
  const language = languageOf(navigator.language)
  try {
    return { language, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Settings>) }
  } catch {
    // Private mode may forbid the place, or somebody wrote nonsense there: the defaults hold.
    return { language }
  }
}
