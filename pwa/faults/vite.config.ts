import { fileURLToPath } from 'node:url'

import { defineConfig, type Plugin } from 'vite'

import { words } from '../build/words.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const broken = process.env['FAULTS_BROKEN'] ?? ''

/** Put `broken/NAME.ts` in the place of the module that it breaks, whose path its name is with dashes for slashes. */
function breaking(name: string): Plugin {
  const module = name.replaceAll('-', '/')
  return {
    name: 'rounds-breaking',
    enforce: 'pre',
    resolveId: (id, importer) =>
      (id === `@/${module}` || id.endsWith(`/src/${module}`)) &&
      !importer?.endsWith(`broken/${name}.ts`)
        ? `${here}broken/${name}.ts`
        : undefined,
  }
}

/** The phone of `make test-faults`; it goes where that says, never into the app. */
export default defineConfig({
  root: here,
  base: '/faults/',
  plugins: [words(`${here}..`), ...(broken ? [breaking(broken)] : [])],
  resolve: { alias: { '@': `${here}../src` } },
  build: { target: 'esnext', emptyOutDir: true, chunkSizeWarningLimit: 10_000, minify: false },
})
