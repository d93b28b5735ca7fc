import type { Phrase } from '../types/phrase.ts'
import { browser } from './api.ts'
import { WASM } from './manifest.ts'

/**
 * Whether pictures can be read here; the one place that knows.
 * @returns null where they can, else the sentence why not: the `legacy` build comes without it, and before 109 Chromium has no hidden pages for MV3
 */
export function pictureHindrance(): Phrase | null {
  const { content_security_policy: policy, manifest_version: version } = browser.runtime.getManifest()
  if (!JSON.stringify(policy ?? '').includes(WASM)) return { key: 'ocr.unable.legacy' }
  return version === 2 || (browser as unknown as { offscreen?: unknown }).offscreen ? null : { key: 'ocr.unable.browser' }
}
