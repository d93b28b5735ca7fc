import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rooms whose modules keep something between tests: a database, the browser's doors put in their place. Each file of theirs has a world of its own. */
const KEEPS_STATE = ['ledger', 'app', 'team', 'browser'].map((room) => `test/unit/${room}/**/*.test.ts`)

/** Files that mostly wait: for servers that are slow on purpose, for the pace that is kept with a host, for browsers that are killed and start again, for work that is done by itself. They run beside the others. */
const WAITS = ['firefox', 'hostile', 'killed', 'link-control', 'links', 'recheck', 'recheck-killed', 'recheck-moods', 'team-firefox', 'team-killed', 'backup-killed', 'exports-prepared', 'random-faults'].map((name) => `test/browser/${name}.test.ts`)
const inBrowsers = { environment: 'node', fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } as const

export default defineConfig({
  root,
  test: {
    // What is waited for may take a while on a machine that does other work as well.
    expect: { poll: { timeout: 15_000 } },
    // Vitest leaves one core free, which of two is half.
    maxWorkers: availableParallelism(),
    projects: [
      { root, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], exclude: KEEPS_STATE, environment: 'node', isolate: false, testTimeout: 30_000 } },
      { root, test: { name: 'unit-kept', include: KEEPS_STATE, environment: 'node', testTimeout: 30_000 } },
      {
        root,
        plugins: [preact()],
        test: { name: 'component', include: ['test/component/**/*.test.tsx'], environment: 'happy-dom', testTimeout: 30_000 },
      },
      { root, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: WAITS, ...inBrowsers } },
      { root, test: { name: 'browser-waits', include: WAITS, ...inBrowsers } },
    ],
  },
})
