import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

import { words } from './build/words.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The built app goes where Flask serves it from. */
export default defineConfig({
  plugins: [vue(), words(root)],
  resolve: { alias: { '@': `${root}src` } },
  build: { outDir: '../static/app', emptyOutDir: true, assetsInlineLimit: 0 },
})
