import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The PWA build, and the three groups of tests: without a browser, with a hub, with real browsers. */
export default defineConfig({
  plugins: [react()],
  build: { target: 'chrome109', outDir: 'dist' },
  worker: { format: 'es' },
  test: {
    reporters: ['default', './tests/plain-summary.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'client/**/*.test.{ts,tsx}',
            'sync-server/**/*.test.ts',
            'tests/{house,recount,imports,districts}/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'hub',
          include: ['tests/contracts/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/{journeys,sync}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
