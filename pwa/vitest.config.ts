import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

import { words } from './build/words.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Tests lie beside what they test; the examples of the wire are shared with pytest. */
export default defineConfig({
  plugins: [vue(), words(root)],
  resolve: { alias: { '@': `${root}src` } },
  test: {
    environment: 'happy-dom',
    pool: 'vmThreads', // a page for each file, without a process for each: less than half the time
    include: ['src/**/*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    server: { deps: { inline: ['vant'] } },
    restoreMocks: true,
    allowOnly: false,
    testTimeout: 15_000,
    maxWorkers: 2,
    passWithNoTests: false,
  },
})
