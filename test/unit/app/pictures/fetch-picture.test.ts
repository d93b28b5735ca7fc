import { describe, expect, test } from 'vitest'
import { createPictureFetcher } from '../../../../utils/app/pictures/fetch-picture.ts'
import { LARGEST_PICTURE } from '../../../../utils/types/picture.ts'
import { PlainError } from '../../../../utils/errors.ts'
import { png } from '../../../sites/look/png.ts'

const PAGE = 'http://www.qinghe.gov.cn/a.html'
const PICTURE = 'http://img.qinghe.gov.cn/a.png'
const bytes = png(40, 30, () => [255, 255, 255, 255])
const body = (data: Uint8Array) => new Uint8Array(data) as Uint8Array<ArrayBuffer>

function fetcher(answer: (url: string, init: RequestInit) => Response | Promise<Response>, canRead = true) {
  const asked: { url: string; init: RequestInit }[] = []
  const lifts: string[] = []
  const fetch = ((url: string, init: RequestInit) => (asked.push({ url, init }), Promise.resolve(answer(url, init)))) as unknown as typeof globalThis.fetch
  const guard = { lift: async () => void lifts.push('lift'), lower: async () => void lifts.push('lower') }
  const get = createPictureFetcher({ fetch, now: () => new Date(), canRead: async () => canRead, guard })
  const why = (src: string, page = PAGE) => get(src, page, new AbortController().signal).then(() => 'had', (error: unknown) => (error instanceof PlainError ? error.says.key : String(error)))
  return { get, why, asked, lifts }
}
const fine = () => new Response(body(bytes), { headers: { 'content-type': 'text/html' } })

describe('a picture is fetched under the rules of the link check', () => {
  test('without cookies and referrer, and judged by its bytes', async () => {
    const { get, asked } = fetcher(fine)
    const file = await get(PICTURE, PAGE, new AbortController().signal)
    expect([file.type, file.size]).toEqual(['image/png', bytes.length])
    expect(asked).toMatchObject([{ url: PICTURE, init: { method: 'GET', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'follow' } }])
  })

  test('a private address only from a private page', async () => {
    const { why, asked, lifts } = fetcher(fine)
    expect(await why('http://192.168.1.20/a.png')).toBe('pictures.error.private')
    expect(await why('http://oa/a.png')).toBe('pictures.error.private')
    expect(asked).toEqual([])
    expect(await why('http://192.168.1.20/a.png', 'http://192.168.1.20/a.html')).toBe('had')
    expect(lifts).toEqual(['lift', 'lower'])
  })

  test('nothing is asked for without permission', async () => {
    const { why, asked } = fetcher(fine, false)
    expect(await why(PICTURE)).toBe('pictures.error.not-permitted')
    expect(asked).toEqual([])
  })

  test.each<[string, () => Response | Promise<Response>, string]>([
    ['a login page', () => new Response('<!doctype html><title>登录</title>'), 'no-picture'],
    ['nothing', () => new Response(''), 'no-picture'],
    ['a document', () => new Response('%PDF-1.4'), 'no-picture'],
    ['401', () => new Response('', { status: 401 }), 'login'],
    ['404', () => new Response('', { status: 404 }), 'status'],
    ['a drawing', () => new Response('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing'],
    ['one pixel', () => new Response(body(png(1, 1, () => [0, 0, 0, 0]))), 'tiny'],
    ['a line of 1 px', () => new Response(body(png(600, 1, () => [0, 0, 0, 255]))), 'tiny'],
    ['too large', () => new Response(new Uint8Array(LARGEST_PICTURE + 1)), 'large'],
    ['no answer', () => Promise.reject(new TypeError('failed')), 'no-answer'],
  ])('%s', async (_, answer, why) => {
    expect(await fetcher(answer).why(PICTURE)).toBe(`pictures.error.${why}`)
  })

  test.each([
    ['png', bytes],
    ['jpeg', Buffer.from('ffd8ffe000104a4649460001010000010001000000000000000000000000ffd9', 'hex')],
    ['gif', Buffer.from(`474946383961280028000000000000${'00'.repeat(30)}`, 'hex')],
    ['webp', Buffer.from(`52494646100000005745425056503820${'00'.repeat(30)}`, 'hex')],
    ['avif', Buffer.from(`0000001c6674797061766966${'00'.repeat(30)}`, 'hex')],
  ])('%s is a picture', async (kind, data) => {
    const file = await fetcher(() => new Response(body(data))).get(PICTURE, PAGE, new AbortController().signal)
    expect(file.type).toBe(`image/${kind}`)
  })

  test('data: needs no request; broken data is said', async () => {
    const { get, why, asked } = fetcher(fine)
    expect((await get(`data:image/png;base64,${bytes.toString('base64')}`, PAGE, new AbortController().signal)).size).toBe(bytes.length)
    expect(await why('data:image/png;base64,@@@')).toBe('pictures.error.no-picture')
    expect(await why('data:image/png,%')).toBe('pictures.error.no-picture')
    expect(await why('data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E')).toBe('pictures.error.drawing')
    expect(asked).toEqual([])
    expect(await why('blob:http://www.qinghe.gov.cn/1')).toBe('pictures.error.no-address')
  })

  test('a page that was left ends the request', async () => {
    const over = new AbortController()
    const { get } = fetcher((_, { signal }) => new Promise((_, reject) => (signal!.aborted ? reject(new Error('aborted')) : signal!.addEventListener('abort', () => reject(new Error('aborted'))))))
    const asking = get(PICTURE, PAGE, over.signal)
    over.abort()
    await expect(asking).rejects.toThrow()
  })
})
