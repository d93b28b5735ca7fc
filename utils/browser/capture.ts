import { browser } from './api.ts'

/** Why a screenshot could not be taken. `permission`: the user may still grant it; `restricted`: the browser never allows it here. */
export class CaptureError extends Error {
  readonly reason: 'permission' | 'restricted' | 'busy'

  constructor(reason: CaptureError['reason'], cause: unknown) {
    super(`capture failed: ${reason}`, { cause })
    this.name = 'CaptureError'
    this.reason = reason
  }
}

/** A capture takes a tenth of a second, a hundred times as long on a machine that is out of breath; then it is given up, in ms: a background that waits without an end is put to sleep, and nobody is told. */
export const PATIENCE = 10_000

/**
 * The visible part of a window's active tab as a PNG.
 * Chromium allows two captures a second; a third is tried again after the second has passed. One that never answers counts as refused.
 * @throws CaptureError
 */
export async function captureVisible(windowId: number, wait: (ms: number) => Promise<void>): Promise<Blob> {
  for (let attempt = 1; ; attempt++) {
    try {
      const picture = await Promise.race([browser.tabs.captureVisibleTab(windowId, { format: 'png' }), wait(PATIENCE)])
      if (typeof picture !== 'string') throw new CaptureError('busy', new Error('no answer'))
      return pngOf(picture)
    } catch (error) {
      if (error instanceof CaptureError) throw error
      const reason = reasonOf(error)
      if (reason !== 'busy' || attempt === 4) throw new CaptureError(reason, error)
      await wait(600)
    }
  }
}

function reasonOf(error: unknown): CaptureError['reason'] {
  const message = error instanceof Error ? error.message : String(error)
  if (/MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND|image readback failed|view is invisible/i.test(message)) return 'busy'
  if (/activeTab|<all_urls>|Missing host permission/i.test(message)) return 'permission'
  return 'restricted'
}

/** Decoded by hand: `fetch` of a data address would count as a request and fall under the page policy. */
function pngOf(dataUrl: string): Blob {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return new Blob([bytes], { type: 'image/png' })
}
