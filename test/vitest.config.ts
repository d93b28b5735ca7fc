import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rooms whose modules keep something between tests: a database, the browser's doors put in their place. Each file of theirs has a world of its own. */
const KEEPS_STATE = ['ledger', 'app', 'team', 'browser'].map((room) => `test/unit/${room}/**/*.test.ts`)

const named = (names: readonly string[]) => names.map((name) => `test/browser/${name}.test.ts`)

/** Files that mostly wait: for servers that are slow on purpose, for browsers that are killed and start again, for other machines. */
const WAITS = named(['backup-killed', 'capture-killed', 'damaged', 'firefox', 'hostile', 'killed', 'link-control', 'links', 'private-window', 'random-faults', 'team-firefox', 'team-killed', 'team-server', 'team-twin', 'updated'])

/** Files that go over much of the county at the pace that is kept with a host: read, recorded, looked at again, handed out. */
const COUNTY = named(['exports', 'exports-folder', 'exports-prepared', 'exports-reply', 'recheck', 'recheck-killed', 'recheck-moods', 'self-check', 'walk'])

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
      { root, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: [...WAITS, ...COUNTY], ...inBrowsers } },
      { root, test: { name: 'browser-waits', include: WAITS, ...inBrowsers } },
      { root, test: { name: 'browser-county', include: COUNTY, ...inBrowsers } },
    ],
  },
})
