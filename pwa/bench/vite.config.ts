import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The page on which `make bench-scan` compares decoders; it goes where that says, never into the app. */
export default defineConfig({
  root: here,
  base: './',
  resolve: { alias: { '@': `${here}../src` } },
  build: {
    target: 'esnext',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
  },
})
