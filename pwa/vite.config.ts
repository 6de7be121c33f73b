import { execSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

import { manifest } from './build/manifest.ts'
import { noIconFont } from './build/noIconFont.ts'
import { words } from './build/words.ts'
import { version } from './package.json' with { type: 'json' }

const root = fileURLToPath(new URL('.', import.meta.url))

/** Answer which commit this is, or nothing where there is no git. */
function commit(): string {
  try {
    return execSync('git rev-parse --short=8 HEAD', { cwd: root, stdio: 'pipe' }).toString().trim()
  } catch {
    return ''
  }
}

/** The built app goes where Flask serves it from; what has a hash in its name lies under /assets. */
export default defineConfig({
  plugins: [
    vue(),
    words(root),
    noIconFont(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // Registered by src/shell/update.ts: an inline script would break the content security policy.
      injectRegister: null,
      manifest,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,wasm,svg,png}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  resolve: { alias: { '@': `${root}src` } },
  define: {
    'import.meta.env.VITE_VERSION': JSON.stringify([version, commit()].filter(Boolean).join(' · ')),
  },
  // Chrome of a five-year-old phone and iOS 15.4, the first with locks and dialogs.
  build: {
    outDir: '../static/app',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // Read by scripts/size.mjs and the benchmark of the start.
    manifest: true,
    target: ['chrome92', 'safari15.4'],
    // Each file costs a slow phone some 15 ms before its first screen: two instead of twelve.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 1 },
            { name: 'today', test: /patrols\/views\/TodayPage\.vue/ },
            { name: 'sign-in', test: /people\/views\/SignInPage\.vue/ },
          ],
        },
      },
    },
  },
})
