import type { BrowserContext, Worker } from 'playwright-core'
import type { Area } from '../../../utils/types/drawing.ts'
import type { OcrProgress, OcrReading, PictureBit } from '../../../utils/types/ocr.ts'
import type { Frame } from './moving.ts'

/** Opens the hidden page, as the background does when it is first asked. */
export async function openWorkshop(worker: Worker): Promise<void> {
  await worker.evaluate(() => chrome.offscreen.createDocument({ url: '/workshop.html', reasons: ['WORKERS'], justification: 'reading pictures in a test' }))
}

interface Asked {
  /** Null where the asker hung up. */
  reading: OcrReading | null
  progress: OcrProgress[]
  ms: number
}

/** Asks the hidden page from the background, as the extension itself does: it is told to connect, and asked over that line. @throws with the key of the sentence */
export async function askWorkshop(worker: Worker, picture: string, region: Area | null = null): Promise<Asked & { reading: OcrReading }> {
  const { reading, ...asked } = await askOver(worker, { picture, region }, false)
  return { ...asked, reading: reading! }
}

/** Asks, and hangs up when the reading has begun. */
export async function cancelSoon(worker: Worker, picture: string): Promise<void> {
  await askOver(worker, { picture, region: null }, true)
}

function askOver(worker: Worker, ask: { picture: string; region: Area | null }, hangsUp: boolean): Promise<Asked> {
  return worker.evaluate(
    ({ ask, hangsUp }) =>
      new Promise<Asked>((resolve, reject) => {
        const start = performance.now()
        const line = `test ${Math.random()}`
        const asked: Asked = { reading: null, progress: [], ms: 0 }
        chrome.runtime.onConnect.addListener(function connected(port) {
          if (port.name !== line) return
          chrome.runtime.onConnect.removeListener(connected)
          port.onMessage.addListener((message) => {
            for (const bit of 'items' in message ? (message.items as PictureBit[]) : []) {
              if ('reading' in bit) asked.reading = bit.reading
              else asked.progress.push(bit.progress)
            }
            const isEnough = hangsUp && asked.progress.some(({ stage }) => stage !== 'waiting')
            const end = 'end' in message && JSON.stringify(message.end)
            if (!isEnough && end === false) return
            port.disconnect()
            if (isEnough || asked.reading) resolve({ ...asked, ms: performance.now() - start })
            else reject(new Error(String(end)))
          })
          port.postMessage({ ask })
        })
        void chrome.runtime.sendMessage({ to: 'workshop', name: 'line.open', data: { line, name: 'picture.text' } })
      }),
    { ask, hangsUp },
  )
}

/** A notice, white on red above and black on white below, as PNG; and where each of its characters stands. `times`: how often its lines stand there. */
export async function drawNotice(context: BrowserContext, times = 1): Promise<{ picture: string; words: { text: string; chars: { x: number; width: number }[] }[] }> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 640, height: 300 * times })
  await page.setContent(`<html lang="zh-CN"><style>body{margin:0;font:20px/1.8 'Noto Sans CJK SC'}h1{margin:0;padding:20px;background:#c00;color:#fff;font-size:28px}p{margin:10px 20px}</style>
<h1>冬季供暖服务指南</h1>${'<p>居民卧室温度不低于18摄氏度。</p><p>缴费时间：每年10月15日至11月15日</p>'.repeat(times)}`)
  const words = await page.evaluate(() =>
    [...document.querySelectorAll('h1, p')].map((element) => {
      const node = element.firstChild as Text
      const chars = [...node.data].map((_, at) => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { x, width } = range.getBoundingClientRect()
        return { x, width }
      })
      return { text: node.data, chars }
    }),
  )
  const picture = (await page.screenshot()).toString('base64')
  await page.close()
  return { picture, words }
}

/** A PNG as grey pixels, and as a WebP of the browser's own. */
export async function redrawn(context: BrowserContext, png: Buffer): Promise<{ frame: Frame; webp: Buffer }> {
  const page = await context.newPage()
  const { width, height, pixels, webp } = await page.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const pen = canvas.getContext('2d')!
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, image.width, image.height)
    return { width: image.width, height: image.height, pixels: Array.from({ length: data.length / 4 }, (_, at) => data[at * 4]!), webp: canvas.toDataURL('image/webp').split(',')[1]! }
  }, png.toString('base64'))
  await page.close()
  return { frame: { width, height, grey: Uint8Array.from(pixels) }, webp: Buffer.from(webp, 'base64') }
}
