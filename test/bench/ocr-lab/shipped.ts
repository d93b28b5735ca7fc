import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { OcrReading } from '../../../utils/types/ocr.ts'
import { launchChromium } from '../../browser/kit/chromium.ts'
import { askWorkshop, openWorkshop } from '../../browser/kit/pictures.ts'

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
