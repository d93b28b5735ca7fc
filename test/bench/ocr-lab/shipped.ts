import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Worker } from 'playwright-core'
import type { OcrReading, PictureBit } from '../../../utils/types/ocr.ts'
import { launchChromium } from '../../browser/kit/chromium.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Reads pictures with the extension as it ships. */
export interface Shipped {
  /** @returns the reading and the time from the background's question to its answer, in ms */
  read: (file: Buffer) => Promise<{ reading: OcrReading; ms: number }>
  close: () => Promise<void>
}

/** Builds the extension, starts it in headless Chromium and asks its workshop as the background does. */
export async function startShipped(): Promise<Shipped> {
  execFileSync(process.execPath, [resolve(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const running = await launchChromium({ extension: '.output/chrome-mv3' })
  const worker = await running.worker()
  await openWorkshop(worker)
  return { read: (file) => askWorkshop(worker, file.toString('base64')), close: running.close }
}

/** Opens the hidden page, as the background does when it is first asked. */
export async function openWorkshop(worker: Worker): Promise<void> {
  await worker.evaluate(() => chrome.offscreen.createDocument({ url: '/workshop.html', reasons: ['WORKERS'], justification: 'measuring' }))
}

/** Asks the hidden page from the background, as the extension itself does. */
export function askWorkshop(worker: Worker, picture: string): Promise<{ reading: OcrReading; ms: number }> {
  return worker.evaluate(
    (picture) =>
      new Promise<{ reading: OcrReading; ms: number }>((resolve, reject) => {
        const start = performance.now()
        const port = chrome.runtime.connect({ name: 'picture.text' })
        let reading: OcrReading | null = null
        port.onMessage.addListener((message) => {
          if ('items' in message) for (const bit of message.items as PictureBit[]) if ('reading' in bit) reading = bit.reading
          if (!('end' in message)) return
          port.disconnect()
          if (reading) resolve({ reading, ms: performance.now() - start })
          else reject(new Error(JSON.stringify(message.end)))
        })
        port.postMessage({ ask: { picture, region: null } })
      }),
    picture,
  )
}
