import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rooms whose modules keep something between tests: a database, the browser's doors put in their place. Each file of theirs has a world of its own. */
const KEEPS_STATE = ['ledger', 'app', 'team', 'browser'].map((room) => `test/unit/${room}/**/*.test.ts`)

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: KEEPS_STATE, environment: 'node', isolate: false, testTimeout: 30_000 } },
      { root, test: { name: 'unit-kept', include: KEEPS_STATE, environment: 'node', testTimeout: 30_000 } },
      {
        root,
        plugins: [preact()],
        test: { name: 'component', include: ['test/component/**/*.test.tsx'], environment: 'happy-dom' },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
