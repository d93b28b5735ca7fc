import { afterAll, describe, expect, test } from 'vitest'
import { byHand, upright } from '../bench/ocr-lab/sheets.ts'
import { launchChromium } from './kit/chromium.ts'
import { movingGif, movingWebp } from './kit/moving.ts'
import { movingPng } from './kit/moving-png.ts'
import { AVIF, CMYK_JPEG } from './kit/odd-files.ts'
import { askWorkshop, openWorkshop, redrawn } from './kit/pictures.ts'

/** Pictures that cannot be read as print is: each says so. */
const running = await launchChromium({})
afterAll(() => running.close())
const worker = await running.worker()
await openWorkshop(worker)

async function drawn(html: string, size = { width: 620, height: 500 }): Promise<Buffer> {
  const page = await running.context.newPage()
  await page.setViewportSize(size)
  await page.setContent(html)
  const picture = await page.screenshot()
  await page.close()
  return picture
}

const read = async (picture: Buffer) => (await askWorkshop(worker, picture.toString('base64'))).reading
const notes = async (html: string) => (await read(await drawn(html))).notes.map(({ key }) => key)
const line = (text: string) => `<html lang="zh-CN"><body style="margin:0;padding:20px;font:26px/1.6 'Noto Sans CJK SC'">${text}</body></html>`

describe('what is no print is said to be none', { timeout: 60_000 }, () => {
  test.each([[4, 10], [21, 14]])('writing by hand (%d, bent by %d px)', async (seed, bend) => {
    expect((await notes(byHand(seed, bend))).some((key) => key === 'ocr.note.handwriting' || key === 'ocr.note.unreadable')).toBe(true)
  })

  test.each([[3, 22], [8, 28]])('vertical writing (%d, %d px)', async (seed, size) => {
    expect(await notes(upright(seed, size))).toContain('ocr.note.upright')
  })

  test('print says nothing', async () => {
    expect(await notes(line('青禾县政务服务中心改革方案公告，自十二月一日起在全县推行。'))).toEqual([])
  })
})

describe('of a moving picture the first frame is read, and that is said', () => {
  const size = { width: 420, height: 90 }
  const pngs = async () => [await drawn(line('冬季供暖服务指南'), size), await drawn(line('夏季防汛值班安排'), size)]
  test.each<[string, (pngs: Buffer[]) => Promise<Buffer>]>([
    ['PNG', async (pngs) => movingPng(pngs)],
    ['GIF', async (pngs) => movingGif(await Promise.all(pngs.map(async (png) => (await redrawn(running.context, png)).frame)))],
    ['WebP', async (pngs) => movingWebp(await Promise.all(pngs.map(async (png) => (await redrawn(running.context, png)).webp)), size)],
  ])('%s', async (_, made) => {
    const { lines, notes } = await read(await made(await pngs()))
    expect(lines.map(({ text }) => text)).toEqual(['冬季供暖服务指南'])
    expect(notes).toEqual([{ key: 'ocr.note.first-frame' }])
  })
})

test.each([[100, 30], [130, 30], [156, 156], [208, 40]])('letters of %d px are read whole, beside those of %d px', { timeout: 60_000 }, async (high, low) => {
  const page = `<html lang="zh-CN"><body style="margin:0;padding:${high}px;font:${high}px/1.6 'Noto Sans CJK SC'">应当改造的环境<br>截止目前，已完成<div style="font-size:${low}px">境内的供水管网应当改造</div></body></html>`
  const { lines } = await read(await drawn(page, { width: high * 14, height: high * 8 }))
  expect(lines.map(({ text }) => text)).toEqual(['应当改造的环境', '截止目前，已完成', '境内的供水管网应当改造'])
})

test('light letters on nothing are read as a page shows them on its dark ground, and dark ones on its light', async () => {
  const page = await running.context.newPage()
  await page.setContent('<html lang="zh-CN"></html>')
  for (const colour of ['#fff', '#ffe08a', '#000', '#b00']) {
    const picture = await page.evaluate((colour) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 420, height: 90 })
      const pen = canvas.getContext('2d')!
      Object.assign(pen, { fillStyle: colour, font: "26px 'Noto Sans CJK SC'" }).fillText('冬季供暖服务指南', 20, 55)
      return canvas.toDataURL().split(',')[1]!
    }, colour)
    expect((await read(Buffer.from(picture, 'base64'))).lines.map(({ text }) => text)).toEqual(['冬季供暖服务指南'])
  }
  await page.close()
})

test.each([['a JPEG in four inks', CMYK_JPEG], ['an AVIF', AVIF]])('%s is read as it is shown', async (_, file) => {
  const { lines, width, height, notes } = (await askWorkshop(worker, file)).reading
  expect(lines.map(({ text }) => text)).toEqual(['青禾县办事指南'])
  expect([width, height, notes]).toEqual([232, 52, []])
  // Dark letters on white, not the other way round: they are found where they stand.
  const [first] = lines[0]!.chars
  expect(Math.abs(first!.box.x - 16)).toBeLessThan(3)
})
