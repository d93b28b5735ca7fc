import { browser } from './api.ts'
import { ownUrl } from './runtime.ts'

const PAGE = '/workshop.html'

interface Offscreen {
  createDocument: (what: { url: string; reasons: string[]; justification: string }) => Promise<void>
}

let opening: Promise<boolean> | null = null

/**
 * Makes sure that the hidden page runs: an offscreen document (Chromium from 109), else a frame of the background page.
 * @returns false where the browser has neither
 */
export function ensureWorkshop(): Promise<boolean> {
  return (opening ??= open().catch((error: unknown) => {
    opening = null
    throw error
  }))
}

async function open(): Promise<boolean> {
  const offscreen = (browser as unknown as { offscreen?: Offscreen }).offscreen
  if (offscreen) {
    try {
      await offscreen.createDocument({ url: PAGE, reasons: ['WORKERS'], justification: 'checks wording with a language model and reads pictures, in workers' })
    } catch (error) {
      // A background that was put to sleep and woken finds the page that it opened before.
      if (!/single offscreen/i.test(String(error))) throw error
    }
    return true
  }
  if (typeof document === 'undefined') return false
  const frame = document.createElement('iframe')
  frame.src = ownUrl(PAGE)
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return true
}
