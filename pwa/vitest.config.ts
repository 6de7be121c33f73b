import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Tests lie beside what they test; the examples of the wire are shared with pytest. */
export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'happy-dom',
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
