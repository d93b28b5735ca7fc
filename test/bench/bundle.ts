import { resolve } from 'node:path'
import { build } from 'vite'

/** Command line of a Chromium without any extension that speaks to nobody of its own accord. */
export const PLAIN_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
]

/**
 * The readers as one script for a page, as the content script carries them: an expression that gives the exports of
 * `utils/reading/index.ts`.
 */
export async function bundleReaders(): Promise<string> {
  const entry = resolve(import.meta.dirname, '../../utils/reading/index.ts')
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'chrome102', lib: { entry, name: 'duwangReading', formats: ['iife'] } },
  })
  for (const output of Array.isArray(built) ? built : [built]) {
    if ('output' in output && output.output[0]) return `(() => { ${output.output[0].code}; return duwangReading })()`
  }
  throw new Error('the readers could not be bundled')
}
