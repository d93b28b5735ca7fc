import { describe, expect, test } from 'vitest'
import { AT_ONCE, PictureDesk } from '../../../../utils/app/page/pictures/desk.ts'
import { PagePictures } from '../../../../utils/app/page/pictures/page-pictures.ts'
import { PlainError } from '../../../../utils/errors.ts'
import type { Streams } from '../../../../utils/messages.ts'
import type { PictureNews, PictureText } from '../../../../utils/types/picture.ts'
import type { PageReading } from '../../../../utils/types/reading.ts'
import { documentOf } from '../../reading/saved.ts'
import { anchorOf } from '../../../../utils/reading/anchor.ts'

type Asked = { order: Streams['picture.read']['in']; tell: (news: PictureNews) => void; end: (error?: Error) => void; closed: boolean }

const finding = { id: 'wording/phrases/until@0:0', check: 'wording/phrases/until', indicator: null, severity: 'general', says: { key: 'x' }, basis: { key: 'x' }, suggestion: null, evidence: '截止目前', anchor: { quote: '截止目前', prefix: '', suffix: '', start: 0, selector: 'p0' }, confidence: 1 } as const
const text = (more: Partial<PictureText> = {}): PictureText => ({
  width: 800, height: 1200, confidence: 96, notes: [], paragraphs: [{ text: '截止目前', unsure: [] }],
  findings: [{ finding, areas: [{ x: 10, y: 20, width: 80, height: 20 }] }], ...more,
})

function page(count = 3, src = (n: number) => `http://www.qinghe.gov.cn/${n}.png`) {
  const doc = documentOf(`<main>${Array.from({ length: count }, (_, n) => `<p><img id="i${n}" src="${src(n)}"></p>`).join('')}</main>`)
  const images = [...doc.querySelectorAll('img')]
  const win = { document: doc, location: { href: 'http://www.qinghe.gov.cn/a.html' }, innerWidth: 1000, innerHeight: 700, requestAnimationFrame: (run: () => void) => run() } as unknown as Window
  for (const image of images) {
    Object.assign(image, { getBoundingClientRect: () => ({ left: 100, top: 50, width: 400, height: 600 }), scrollIntoView: () => undefined })
    Object.defineProperties(image, { offsetWidth: { value: 400 }, offsetHeight: { value: 600 }, naturalWidth: { value: 800 }, naturalHeight: { value: 1200 } })
  }
  Object.assign(doc.defaultView!, { getComputedStyle: () => ({ objectFit: 'fill', objectPosition: '50% 50%', getPropertyValue: () => '0px' }) })
  const asked: Asked[] = []
  const surface: string[] = []
  const desk = new PictureDesk({
    win,
    surface: { hide: () => (surface.push('hide'), () => void surface.push('show')) },
    changed: () => undefined,
    fetch: () => Promise.reject(new TypeError('the page has let go of it')),
    order: (order, told) => {
      let end!: (error?: Error) => void
      const done = new Promise<void>((resolve, reject) => (end = (error) => (error ? reject(error) : resolve())))
      const one: Asked = { order, tell: told, end, closed: false }
      asked.push(one)
      return { done, close: () => void (one.closed = true) }
    },
  })
  const large = images.map((image) => ({ src: image.src, alt: null, width: 400, height: 600, anchor: anchorOf(image) }))
  desk.sees({ kind: 'article', publication: null, pictures: { large, words: '', media: 0 } } as unknown as PageReading, {})
  const settle = async () => { for (let turn = 0; turn < 12; turn++) await Promise.resolve() }
  const answer = async (with_: PictureText | Error = text()) => {
    const last = asked[asked.length - 1]!
    if (with_ instanceof Error) last.end(with_)
    else {
      last.tell({ text: with_ })
      last.end()
    }
    await settle()
  }
  return { desk, asked, answer, settle, images, surface, doc }
}
const refused = (why: string) => new PlainError({ key: `pictures.error.${why}` })

describe('all large pictures of an article', () => {
  test('one after the other, with how far it is', async () => {
    const { desk, asked, answer } = page()
    expect(desk.progress()).toMatchObject({ large: 3, read: 0, left: 3, running: null })
    desk.readAll()
    expect(asked).toHaveLength(1)
    asked[0]!.tell({ progress: { stage: 'reading', done: 0.4 } })
    expect(desk.progress()!.running).toEqual({ nth: 1, of: 3, stage: 'reading', done: 0.4 })
    await answer()
    expect(desk.progress()!.running).toMatchObject({ nth: 2, of: 3 })
    await answer()
    await answer()
    expect(desk.progress()).toMatchObject({ read: 3, left: 0, running: null })
    expect(asked.map(({ order }) => order.source)).toEqual([0, 1, 2].map((n) => ({ by: 'address', src: `http://www.qinghe.gov.cn/${n}.png` })))
  })

  test('one of them, chosen by its place: the others stay unread', async () => {
    const { desk, asked, answer } = page()
    expect(desk.unread()).toEqual([0, 1, 2])
    const id = desk.readNth(1)
    expect(desk.unread()).toEqual([0, 2])
    await answer()
    expect(asked.map(({ order }) => order.source)).toEqual([{ by: 'address', src: 'http://www.qinghe.gov.cn/1.png' }])
    expect(desk.states().map((one) => [one.id, one.name.params])).toEqual([[id, { nth: 2 }]])
    expect(desk.readNth(7)).toBeNull()
  })

  test('a second click asks for nothing again', async () => {
    const { desk, asked, answer } = page(1)
    desk.readAll()
    await answer()
    desk.readAll()
    expect(desk.readAt('http://www.qinghe.gov.cn/0.png')).not.toBeNull()
    expect(asked).toHaveLength(1)
  })

  test('one that fails says why, the others go on, and it can be tried again', async () => {
    const { desk, asked, answer } = page(2)
    desk.readAll()
    await answer(refused('tiny'))
    await answer()
    expect(desk.states().map(({ state, says }) => [state, says?.key])).toEqual([['failed', 'pictures.error.tiny'], ['done', undefined]])
    desk.again(desk.states()[0]!.id)
    expect(asked).toHaveLength(3)
  })

  test('cancelled: what runs is ended, what waits is given up, what was read stays', async () => {
    const { desk, asked, answer } = page()
    desk.readAll()
    await answer()
    desk.cancel()
    expect(asked[1]!.closed).toBe(true)
    expect(desk.states().map(({ state }) => state)).toEqual(['done'])
    expect(desk.findings()).toHaveLength(1)
    desk.readAll()
    expect(asked[2]!.order.source).toMatchObject({ src: 'http://www.qinghe.gov.cn/1.png' })
    expect(desk.progress()!.running).toMatchObject({ nth: 1, of: 2 })
  })

  test('no more than a limit at once', () => {
    const { desk } = page(AT_ONCE + 5)
    desk.readAll()
    expect(desk.progress()).toMatchObject({ left: 5 })
  })

  test('the page is left: what runs is ended', () => {
    const { desk, asked } = page(1)
    desk.readAll()
    desk.end()
    expect(asked[0]!.closed).toBe(true)
  })
})

describe('findings stand in their picture', () => {
  test('with its address, its size, and the element that shows it', async () => {
    const { desk, answer, images } = page(1)
    desk.readAll()
    await answer()
    expect(desk.findings()).toMatchObject([{
      check: 'wording/phrases/until', more: { key: 'pictures.where', params: { src: images[0]!.src } },
      anchor: { quote: '截止目前', selector: '#i0', picture: { src: images[0]!.src, width: 800, height: 1200, areas: [{ x: 10, y: 20, width: 80, height: 20 }] } },
    }])
  })

  test('a picture that was changed meanwhile: said, and the text is kept', async () => {
    const { desk, answer, images } = page(1)
    desk.readAll()
    images[0]!.src = 'http://www.qinghe.gov.cn/other.png'
    await answer()
    expect(desk.states()).toMatchObject([{ state: 'done', says: { key: 'pictures.changed' }, text: { confidence: 96 } }])
    expect(desk.findings()[0]!.anchor!.picture!.src).toBe('http://www.qinghe.gov.cn/0.png')
    expect(desk.progress()).toMatchObject({ read: 0, left: 1 })
  })

  test('a picture that is changed while it waits is read as it is then, and once', async () => {
    const { desk, asked, answer, images } = page(2)
    desk.readAll()
    images[1]!.src = 'http://www.qinghe.gov.cn/other.png'
    await answer()
    await answer()
    expect(asked.map(({ order }) => order.source)).toMatchObject([{ src: 'http://www.qinghe.gov.cn/0.png' }, { src: 'http://www.qinghe.gov.cn/other.png' }])
    expect(desk.states().map(({ state, says }) => [state, says])).toEqual([['done', null], ['done', null]])
    expect(desk.findings()[1]!.anchor!.picture!.src).toBe('http://www.qinghe.gov.cn/other.png')
  })

  test('one that stands in the page itself leaves no marks on the one that takes its place', async () => {
    const { desk, answer, images } = page(1, () => 'data:image/png;base64,AAAA')
    desk.readAll()
    await answer()
    expect(desk.findings()[0]!.anchor!.picture!.areas).toHaveLength(1)
    images[0]!.src = 'data:image/png;base64,BBBB'
    expect(desk.findings()[0]!.anchor!.picture!.areas).toEqual([])
  })

  test('a picture that left the page has no findings on it', async () => {
    const { desk, answer, images } = page(1)
    desk.readAll()
    await answer()
    images[0]!.remove()
    expect(desk.findings()).toEqual([])
  })
})

describe('what no request can have is read as the window shows it', () => {
  test.each(['login', 'not-permitted', 'no-picture', 'drawing', 'private', 'no-answer'])('%s', async (why) => {
    const { desk, asked, answer, surface, settle } = page(1)
    desk.readAll()
    await answer(refused(why))
    expect(asked[1]!.order.source).toEqual({ by: 'place', box: { x: 100, y: 50, width: 400, height: 600 }, viewportWidth: 1000 })
    expect(surface).toEqual(['hide'])
    asked[1]!.tell({ taken: true })
    expect(surface).toEqual(['hide', 'show'])
    // photographed at twice the pixels
    await answer(text({ width: 2000, height: 1400, findings: [{ finding, areas: [{ x: 240, y: 140, width: 80, height: 20 }] }] }))
    await settle()
    expect(desk.states()[0]).toMatchObject({ state: 'done', text: { notes: [{ key: 'pictures.note.sight' }] } })
    expect(desk.findings()[0]!.anchor!.picture).toMatchObject({ width: 400, height: 600, areas: [{ x: 20, y: 20, width: 40, height: 10 }] })
  })

  test('blob: that the page has let go of', async () => {
    const { desk, asked, settle } = page(1, () => 'blob:http://www.qinghe.gov.cn/1')
    desk.readAll()
    await settle()
    expect(asked[0]!.order.source.by).toBe('place')
  })

  test('a picture that is out of the window in part: only that part, and that is said', async () => {
    const { desk, asked, answer, images, settle } = page(1, () => 'blob:http://www.qinghe.gov.cn/1')
    Object.assign(images[0]!, { getBoundingClientRect: () => ({ left: 100, top: 0, width: 400, height: 3000 }) })
    desk.readAll()
    await settle()
    expect(asked[0]!.order.source).toMatchObject({ box: { x: 100, y: 0, width: 400, height: 700 } })
    await answer(text({ width: 1000 }))
    expect(desk.states()[0]!.text!.notes[0]).toEqual({ key: 'pictures.note.part' })
  })

  test('one that is nowhere to be seen says why it could not be had', async () => {
    const { desk, answer, images } = page(1)
    Object.assign(images[0]!, { getBoundingClientRect: () => ({ left: 0, top: 0, width: 0, height: 0 }) })
    desk.readAll()
    await answer(refused('login'))
    expect(desk.states()[0]).toMatchObject({ state: 'failed', says: { key: 'pictures.error.login' } })
  })
})

test('a frame that a person drew counts from the top of the page', async () => {
  const { desk, answer, settle, doc } = page(1)
  Object.assign(doc.documentElement, { getBoundingClientRect: () => ({ x: 0, y: -300, left: 0, top: -300, width: 1000, height: 4000 }) })
  desk.readFrame({ x: 50, y: 100, width: 300, height: 200 })
  await settle()
  await answer(text({ width: 1000, findings: [{ finding, areas: [{ x: 60, y: 110, width: 80, height: 20 }] }] }))
  expect(desk.findings()[0]).toMatchObject({ more: { key: 'pictures.where-screen' }, anchor: { selector: 'html', picture: { areas: [{ x: 60, y: 410, width: 80, height: 20 }] } } })
})

describe('large pictures before anyone asks', () => {
  const seen = (noPictures?: { key: string }) => {
    const { desk, images, doc, answer } = page(2)
    const pictures = new PagePictures(doc)
    const large = images.map((image) => ({ src: image.src, alt: null, width: 400, height: 600, anchor: anchorOf(image) }))
    pictures.sees({ kind: 'article', publication: null, pictures: { large, words: '', media: 0 } } as unknown as PageReading, noPictures ? { noPictures } : {})
    return { pictures, desk, images, answer }
  }

  test('are counted, until the desk knows more', async () => {
    const { pictures, desk, images, answer } = seen()
    expect(pictures.isLarge(images[0]!)).toBe(true)
    expect(pictures.progress()).toEqual({ large: 2, read: 0, running: null, left: 2 })
    expect(pictures.findings()).toEqual([])
    pictures.give(desk)
    expect(pictures.progress()).toEqual({ large: 2, read: 0, running: null, left: 2 })
    desk.readElement(images[0]!)
    await answer()
    expect(pictures.progress()).toMatchObject({ large: 2, read: 1, left: 1 })
    expect(pictures.findings()).toHaveLength(1)
  })

  test('get no button where the browser cannot read them', () => {
    const { pictures, images } = seen({ key: 'ocr.unable.legacy' })
    expect(pictures.isLarge(images[0]!)).toBe(false)
  })
})
