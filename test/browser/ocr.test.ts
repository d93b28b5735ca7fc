import { afterAll, expect, test } from 'vitest'
import { sheets } from '../bench/ocr-lab/sheets.ts'
import type { OcrReading } from '../../utils/types/ocr.ts'
import { launchChromium } from './kit/chromium.ts'
import { askWorkshop, cancelSoon, drawNotice, openWorkshop } from './kit/pictures.ts'

/** Reading of pictures in the built extension: offline, in a worker that goes when it is not wanted, each character at its place. */
const running = await launchChromium({})
afterAll(() => running.close())
const worker = await running.worker()
await openWorkshop(worker)

test('a notice is read where it stands, told as it goes, and nothing is asked of the network', async () => {
  const asked: string[] = []
  running.context.on('request', (request) => asked.push(request.url()))
  const { picture, words } = await drawNotice(running.context)
  const { reading, progress } = await askWorkshop(worker, picture)
  expect(reading.lines.map(({ text }) => text)).toEqual(words.map(({ text }) => text))
  expect([reading.width, reading.height, reading.notes]).toEqual([640, 300, []])
  for (const [at, { chars }] of words.entries()) {
    const read = reading.lines[at]!.chars
    // Signs stand at one side of their square; letters in its middle.
    for (const [place, { x, width }] of chars.entries()) if (/[\p{Script=Han}\d]/u.test(read[place]!.text)) expect(Math.abs(middle(read[place]!.box) - (x + width / 2))).toBeLessThan(3)
  }
  const done = progress.filter(({ stage }) => stage === 'reading').map(({ done }) => done)
  expect(progress[0]!.stage).toBe('waiting')
  expect(done).toEqual([...done].sort((a, b) => a - b))
  expect(done[done.length - 1]).toBe(1)
  expect(asked.filter((url) => !/^(?:chrome-extension|blob|data|about):/.test(url))).toEqual([])
  expect(asked.filter((url) => url.includes('/ocr/')).every((url) => url.startsWith('chrome-extension:'))).toBe(true)
})

test('letters that lean, and letters with a glow on a picture, are read and stand where they are', async () => {
  const page = await running.context.newPage()
  await page.setViewportSize({ width: 640, height: 200 })
  await page.setContent(`<html lang="zh-CN"><style>body{margin:0;padding:20px;font:26px/1.8 'Noto Sans CJK SC'}p{margin:0}i+p{color:#b00;padding:10px;background:radial-gradient(#a0b0c0,#8090a0);text-shadow:0 0 4px #fff,0 0 4px #fff}</style>
<i>关于做好冬季供暖工作的通知</i><p>青禾县人民政府门户网站</p>`)
  const places = await page.evaluate(() => [...document.querySelectorAll('i, p')].map((element) => {
    const range = document.createRange()
    range.setStart(element.firstChild!, 4)
    range.setEnd(element.firstChild!, 5)
    const { x, width } = range.getBoundingClientRect()
    return x + width / 2
  }))
  const picture = (await page.screenshot()).toString('base64')
  await page.close()
  const { lines, notes } = (await askWorkshop(worker, picture)).reading
  expect(lines.map(({ text }) => text)).toEqual(['关于做好冬季供暖工作的通知', '青禾县人民政府门户网站'])
  expect(notes).toEqual([])
  const boxes = lines.map(({ chars }) => chars[4]!.box)
  for (const [at, box] of boxes.entries()) expect(Math.abs(middle(box) - places[at]!)).toBeLessThan(6)
  // What leans takes more room than it is wide.
  expect(boxes[0]!.width).toBeGreaterThan(26)
  expect(boxes[1]!.width).toBeLessThan(27)
})

test('letters under a red seal are read, and those of the seal are not', async () => {
  const { html, width, truth } = sheets().find(({ name }) => name === 'seal-18')!
  const page = await running.context.newPage()
  await page.setViewportSize({ width, height: 100 })
  await page.setContent(html)
  const picture = (await page.screenshot({ fullPage: true })).toString('base64')
  await page.close()
  const { lines } = (await askWorkshop(worker, picture)).reading
  expect(lines.slice(-2).map(({ text }) => text)).toEqual(truth.split('\n').slice(-2))
})

test('a part of it is read alone, with the places of the whole', async () => {
  const { picture, words } = await drawNotice(running.context)
  const { reading } = await askWorkshop(worker, picture, { x: 0, y: 90, width: 640, height: 60 })
  expect(reading.lines.map(({ text }) => text)).toEqual([words[1]!.text])
  expect(Math.abs(reading.lines[0]!.box.y - 104)).toBeLessThan(14)
})

test.each([
  ['a file that is none', btoa('nothing of a picture'), 'ocr.error.broken'],
  ['a picture that is cut off', null, 'ocr.error.broken'],
  ['100 megapixels in a few bytes', btoa(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x27\x10\0\0\x27\x10\x08\x02\0\0\0`), 'ocr.error.too-large'],
])('%s is told in a sentence', async (_, picture, key) => {
  const given = picture ?? (await drawNotice(running.context)).picture.slice(0, 60)
  await expect(askWorkshop(worker, given)).rejects.toThrow(key)
})

test('an SVG is drawn and read, and one pixel has no text', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80"><rect width="400" height="80" fill="#c00"/><text x="20" y="50" font-size="26" font-family="Noto Sans CJK SC" fill="#fff">青禾县政务公开</text><image href="https://outside.invalid/x.png" width="1" height="1"/></svg>`
  const asked: string[] = []
  running.context.on('request', (request) => asked.push(request.url()))
  const { reading } = await askWorkshop(worker, Buffer.from(svg).toString('base64'))
  expect(reading.lines.map(({ text }) => text)).toEqual(['青禾县政务公开'])
  expect([reading.width, reading.height]).toEqual([400, 80])
  expect(asked.filter((url) => url.includes('outside'))).toEqual([])
  // A piece of a web page in it is drawn, and neither run nor fetched.
  const foreign = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80"><rect width="400" height="80" fill="#fff"/><foreignObject width="400" height="80"><div xmlns="http://www.w3.org/1999/xhtml" style="background:url(https://outside.invalid/y.png);font:26px 'Noto Sans CJK SC';padding:20px">青禾县人民政府<script>document.querySelector("div").remove()</script></div></foreignObject></svg>`
  expect((await askWorkshop(worker, Buffer.from(foreign).toString('base64'))).reading.lines.map(({ text }) => text)).toEqual(['青禾县人民政府'])
  expect(asked.filter((url) => url.includes('outside'))).toEqual([])
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  expect((await askWorkshop(worker, dot)).reading).toMatchObject({ lines: [], notes: [{ key: 'ocr.note.none' }] })
})

test('the recogniser stays warm; whoever goes away ends it with its work, and the next is read; two at once wait for each other', async () => {
  const { picture } = await drawNotice(running.context)
  const starts = async () => (await askWorkshop(worker, picture)).progress.filter(({ stage }) => stage === 'loading').length
  expect(await starts()).toBe(0)
  // Long enough that there is something left to leave.
  await cancelSoon(worker, (await drawNotice(running.context, 8)).picture)
  expect(await starts()).toBe(1)
  const [one, other] = await Promise.all([askWorkshop(worker, picture), askWorkshop(worker, picture)])
  expect(texts(one.reading)).toEqual(texts(other.reading))
})

const middle = ({ x, width }: { x: number; width: number }) => x + width / 2
const texts = (reading: OcrReading) => reading.lines.map(({ text }) => text)
