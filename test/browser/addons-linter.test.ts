import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What `web-ext lint` runs, on the Firefox build. Nothing but these may be found, each with its reason. */
const KNOWN: [code: string, file: RegExp][] = [
  // `data_collection_permissions`, which Mozilla asks of new add-ons, is younger than the oldest Firefox that we support, and passed over there.
  ['KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION', /^manifest\.json$/],
  ['KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', /^manifest\.json$/],
  // tesseract.js as it comes; the policy forbids `Function`, and it is not reached (bundles.test.ts).
  ['DANGEROUS_EVAL', /^(?:ocr\/worker\.min\.js|assets\/picture\.worker-[\w-]+\.js)$/],
  // Preact's `dangerouslySetInnerHTML` and chartist's labels, which nothing of ours gives markup (bundles.test.ts, architecture.test.ts).
  ['UNSAFE_VAR_ASSIGNMENT', /^(?:chunks\/[\w-]+\.js|capture-layer\.js|page-windows\.js|content-scripts\/page\.js)$/],
]

interface Found {
  code: string
  file?: string
  message: string
}

test('the Firefox build is clean', { timeout: 300_000 }, () => {
  const { stdout } = spawnSync(process.execPath, ['node_modules/addons-linter/bin/addons-linter', '--output', 'json', '.output/firefox-mv2'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<'errors' | 'warnings' | 'notices', Found[]>
  expect(errors).toEqual([])
  const isKnown = ({ code, file = '' }: Found) => KNOWN.some(([known, where]) => code === known && where.test(file))
  expect([...warnings, ...notices].filter((one) => !isKnown(one))).toEqual([])
})
