import { resolve } from 'node:path'
import { build } from 'vite'

/** Command line of a Chromium without any extension that speaks to nobody of its own accord. */
export const PLAIN_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
]

/** The readers as one script for a page, as the content script carries them. */
export function bundleReaders(): Promise<string> {
  return bundle('utils/reading/index.ts', 'duwangReading')
}

/** A file with all that it imports as one script for a page: an expression that gives its exports. `path` from the root of the repository. */
export async function bundle(path: string, name: string): Promise<string> {
  const entry = resolve(import.meta.dirname, '../..', path)
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'chrome103', lib: { entry, name, formats: ['iife'] }, rolldownOptions: { output: { codeSplitting: false } } },
  })
  for (const output of Array.isArray(built) ? built : [built]) {
    if ('output' in output && output.output[0]) return `(() => { ${output.output[0].code}; return ${name} })()`
  }
  throw new Error(`could not be bundled: ${path}`)
}
