import type { Phrase } from '../types/phrase.ts'
import { browser } from './api.ts'
import { WASM } from './manifest.ts'
import { canCopyPages } from './page-copy.ts'

/**
 * Whether pictures can be read here; the one place that knows.
 * @returns null where they can, else the sentence why not: the `legacy` build comes without it, and before 109 Chromium has no hidden pages for MV3
 */
export function pictureHindrance(): Phrase | null {
  const { content_security_policy: policy, manifest_version: version } = browser.runtime.getManifest()
  if (!JSON.stringify(policy ?? '').includes(WASM)) return { key: 'ocr.unable.legacy' }
  if (typeof WebAssembly === 'undefined') return { key: 'ocr.unable.wasm' }
  return canHide(version) ? null : { key: 'ocr.unable.browser' }
}

/** Whether there is a page that nobody sees: an offscreen document, or the background page of MV2. */
function canHide(manifestVersion: number): boolean {
  return manifestVersion === 2 || has('offscreen')
}

function has(part: string): boolean {
  return Boolean((browser as unknown as Record<string, unknown>)[part])
}

/** What this browser or this build lacks of what others have, and what is done instead; empty where nothing is missing. */
export function absences(): Phrase[] {
  const lacks: [boolean, string][] = [
    [!canHide(browser.runtime.getManifest().manifest_version), 'model'],
    [!(globalThis.CSS as typeof CSS | undefined)?.highlights, 'highlights'],
    [!has('webRequest'), 'requests'],
    [!has('sidePanel') && !has('sidebarAction'), 'panel'],
    [!('showDirectoryPicker' in globalThis), 'folder'],
    [!canCopyPages(), 'copies'],
  ]
  const pictures = pictureHindrance()
  return [...(pictures ? [pictures] : []), ...lacks.filter(([missing]) => missing).map(([, what]) => ({ key: `ledger.settings.lacks.${what}` }))]
}
