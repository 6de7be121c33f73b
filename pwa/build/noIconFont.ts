/** Takes Vant's icon font out: 34 kB that we do not use, and a fallback on a foreign host that our policy forbids. */
import type { Plugin } from 'vite'

export function noIconFont(): Plugin {
  return {
    name: 'rounds:no-icon-font',
    enforce: 'pre',
    transform(code, id) {
      if (!/vant.*\.css/.test(id) || !code.includes('@font-face')) return undefined
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }
    },
  }
}
