import { expect, test } from 'vitest'
import { readOrder, type ReadOrderDeps } from '../../../../utils/app/pictures/read-order.ts'
import { createReadingCache } from '../../../../utils/app/pictures/reading-cache.ts'
import { CaptureError } from '../../../../utils/browser/capture.ts'
import type { TabBrief } from '../../../../utils/browser/tabs.ts'
import type { Sender } from '../../../../utils/messages.ts'
import type { Area } from '../../../../utils/types/drawing.ts'
import type { PictureNews, PictureOrder, PictureSource } from '../../../../utils/types/picture.ts'
import { png } from '../../../sites/look/png.ts'
import { readingOf } from './lines.ts'

const page: Sender = { tabId: 7, url: 'http://www.qinghe.gov.cn/a.html', own: false, private: false }
const ours: Sender = { ...page, tabId: null, own: true }
const tab: TabBrief = { id: 7, windowId: 1, url: page.url, title: '', active: true, private: false }
const orderOf = (source: PictureSource): PictureOrder => ({ source, pageUrl: page.url, pageKind: 'article', publishedOn: null })
const fileOf = (width: number, height: number, shade = 255) => new Blob([new Uint8Array(png(width, height, () => [shade, shade, shade, 255]))], { type: 'image/png' })
const byAddress = (src: string) => orderOf({ by: 'address', src })

function desk(change: Partial<ReadOrderDeps> = {}) {
  const read: { size: number; region: Area | null | undefined }[] = []
  const fetched: string[] = []
  let clock = Date.parse('2026-11-22T01:00:00Z')
  const deps: ReadOrderDeps = {
    fetchPicture: async (src) => (fetched.push(src), fileOf(40, 30, src.length)),
    readPicture: async (file, { region, onProgress } = {}) => {
      read.push({ size: file.size, region })
      onProgress?.({ stage: 'reading', done: 0.5 })
      return readingOf('并与管水员签定管护协议')
    },
    capture: async () => fileOf(2000, 1000),
    tabById: async () => tab,
    shot: async () => fileOf(40, 30),
    checks: { rules: async () => () => [], model: async () => null },
    cache: createReadingCache(() => new Date(clock)),
    ...change,
  }
  const run = async (order: PictureOrder, sender = page, signal = new AbortController().signal) => {
    const news: PictureNews[] = []
    await readOrder(deps, order, (one) => void news.push(one), signal, sender)
    return news
  }
  return { run, read, fetched, pass: (ms: number) => void (clock += ms) }
}

test('each step is told, the text last', async () => {
  const news = await desk().run(byAddress('http://a.gov.cn/a.png'))
  expect(news.map((one) => ('progress' in one ? one.progress.stage : Object.keys(one)[0]))).toEqual(['fetching', 'reading', 'checking', 'text'])
})

test('an address that was read a moment ago costs neither request nor reading; later its file is asked for, and known again', async () => {
  const { run, read, fetched, pass } = desk()
  await run(byAddress('http://a.gov.cn/a.png'))
  await run(byAddress('http://a.gov.cn/a.png'))
  expect([fetched.length, read.length]).toEqual([1, 1])
  pass(3_600_000)
  await run(byAddress('http://a.gov.cn/a.png'))
  expect([fetched.length, read.length]).toEqual([2, 1])
  await run(byAddress('http://a.gov.cn/other.png'))
  expect([fetched.length, read.length]).toEqual([3, 2])
})

test('the window as it shows: the part in pixels of the picture, and our layer may come back at once', async () => {
  const { run, read } = desk()
  const news = await run(orderOf({ by: 'place', box: { x: 100, y: 50, width: 300, height: 200 }, viewportWidth: 1000 }))
  expect(news[0]).toEqual({ taken: true })
  expect(read[0]!.region).toEqual({ x: 200, y: 100, width: 600, height: 400 })
  await run(orderOf({ by: 'place', box: { x: 900, y: -20, width: 300, height: 2000 }, viewportWidth: 1000 }))
  expect(read[1]!.region).toEqual({ x: 1800, y: 0, width: 200, height: 1000 })
})

test.each<[string, Partial<ReadOrderDeps>, PictureSource, Sender, string]>([
  ['another tab came to the front', { tabById: async () => ({ ...tab, active: false }) }, { by: 'place', box: { x: 0, y: 0, width: 9, height: 9 }, viewportWidth: 100 }, page, 'pictures.error.not-in-front'],
  ['the tab is gone', { tabById: async () => null }, { by: 'place', box: { x: 0, y: 0, width: 9, height: 9 }, viewportWidth: 100 }, page, 'pictures.error.not-in-front'],
  ['the browser allows no capture yet', { capture: () => Promise.reject(new CaptureError('permission', null)) }, { by: 'place', box: { x: 0, y: 0, width: 9, height: 9 }, viewportWidth: 100 }, page, 'pictures.error.capture-permission'],
  ['a frame outside the window', {}, { by: 'place', box: { x: 5000, y: 0, width: 9, height: 9 }, viewportWidth: 100 }, page, 'pictures.error.not-in-view'],
  ['a page asks for the ledger’s pictures', {}, { by: 'shot', hash: 'a' }, page, 'app.error.bad-message'],
  ['a screenshot that is gone', { shot: async () => null }, { by: 'shot', hash: 'a' }, ours, 'pictures.error.shot-gone'],
])('%s', async (_, change, source, sender, key) => {
  await expect(desk(change).run(orderOf(source), sender)).rejects.toMatchObject({ says: { key } })
})

test('our own pages read the ledger’s pictures', async () => {
  const news = await desk().run(orderOf({ by: 'shot', hash: 'a' }), ours)
  expect(news[news.length - 1]).toMatchObject({ text: { paragraphs: [{ text: '并与管水员签定管护协议' }] } })
})

test('a tab that is closed half way: the reading hears of it', async () => {
  const over = new AbortController()
  const given: (AbortSignal | undefined)[] = []
  const { run } = desk({ readPicture: async (_, { signal } = {}) => (given.push(signal), readingOf()) })
  await run(byAddress('http://a.gov.cn/a.png'), page, over.signal)
  expect(given).toEqual([over.signal])
})
