import { describe, expect, test } from 'vitest'
import { findElement } from '../../../utils/reading/find.ts'
import { readPage } from '../../../utils/reading/index.ts'
import type { PicturesReading } from '../../../utils/types/reading.ts'
import { documentOf } from './saved.ts'

/** Pictures that components keep in open shadow roots. */
const HEAD = '<title>一图读懂</title><meta name="ArticleTitle" content="一图读懂《供水办法》"><meta name="PubDate" content="2026-11-20">'
const picture = (src: string) => `<img src="/${src}.png" width="760" height="1142">`

/** A page whose elements named in `inside` have these open shadow roots; inner ones by the same names. */
function pageOf(body: string, inside: Record<string, string>) {
  const doc = documentOf(`<head>${HEAD}</head><body>${body}</body>`)
  const open = (root: ParentNode) => {
    for (const [name, html] of Object.entries(inside)) for (const host of root.querySelectorAll(name)) {
      const shadow = host.attachShadow({ mode: 'open' })
      shadow.innerHTML = html
      open(shadow)
    }
  }
  open(doc)
  const met: ShadowRoot[] = []
  const reading = readPage(doc, { url: 'http://www.qinghe.gov.cn/a/b.html', now: new Date('2026-11-21T12:00:00+08:00'), meets: (shadows) => met.push(...shadows) })
  expect(reading.gaps).toEqual([])
  return { doc, reading, pictures: reading.pictures, met }
}
const names = (pictures: PicturesReading | undefined) => pictures?.large.map(({ src }) => /(\w+)\.png/.exec(src)![1])
const article = (body: string) => `<h1>一图读懂《供水办法》</h1><div class="content">${body}</div>`

describe('pictures in open shadow roots', () => {
  test('are read where their host stands, and found again by their anchors', () => {
    const { doc, pictures } = pageOf(article(`<p>${picture('a')}</p><one-picture></one-picture><p>${picture('d')}</p>`), { 'one-picture': `<div>${picture('b')}<inner-picture></inner-picture></div>`, 'inner-picture': picture('c') })
    expect(names(pictures)).toEqual(['a', 'b', 'c', 'd'])
    expect(pictures!.large.map(({ anchor }) => findElement(doc, anchor.selector)?.getAttribute('src'))).toEqual(['/a.png', '/b.png', '/c.png', '/d.png'])
    expect(pictures!.large[2]!.anchor.selector).toMatch(/ >>> .* >>> /)
  })

  test('whoever watches the page is told of the roots that people see', () => {
    const { met, doc } = pageOf(article('<one-picture></one-picture><p style="display:none"><one-picture></one-picture></p>'), { 'one-picture': picture('a') })
    expect(met.map(({ host }) => host === doc.querySelector('one-picture'))).toEqual([true])
  })

  test('words beside them, in the document or in the same root, count as words of the article', () => {
    const said = '本办法自发布之日起施行，有效期五年。'
    expect(pageOf(article('<one-picture></one-picture>'), { 'one-picture': picture('a') }).pictures).toMatchObject({ words: '', media: 0 })
    expect(pageOf(article(`<one-picture></one-picture><p>${said}</p>`), { 'one-picture': picture('a') }).pictures!.words).toBe(said)
    expect(pageOf(article('<one-picture></one-picture>'), { 'one-picture': `${picture('a')}<p>${said}</p>` }).pictures!.words).toBe(said)
  })

  test('a player in a component beside them is no picture', () => {
    expect(pageOf(article(`${picture('a')}<one-player></one-player>`), { 'one-player': '<video src="/a.mp4"></video>' }).pictures!.media).toBe(1)
    expect(pageOf(`<one-player></one-player>${article(picture('a'))}`, { 'one-player': '<video src="/a.mp4"></video>' }).pictures!.media).toBe(0)
  })

  test('an article that is a component as a whole: what stands over its headline is not of it', () => {
    const { pictures } = pageOf('<one-article></one-article>', { 'one-article': `<p>${picture('banner')}</p><h1>一图读懂《供水办法》</h1><p>${picture('a')}</p>` })
    expect(names(pictures)).toEqual(['a'])
  })

  test('those of menus and footers, hidden ones and ones that lead elsewhere are left out', () => {
    const inside = { 'one-picture': picture('a') }
    for (const body of ['<footer><one-picture></one-picture></footer>', '<p style="display:none"><one-picture></one-picture></p>', '<a href="/b.html"><one-picture></one-picture></a>']) expect(pageOf(`${article('<p>正文。</p>')}${body}`, inside).pictures).toBeUndefined()
    // in a component of the footer
    expect(pageOf(`${article('<p>正文。</p>')}<footer><p><one-box></one-box></p></footer>`, { ...inside, 'one-box': '<div><one-picture></one-picture></div>' }).pictures).toBeUndefined()
  })

  test('a form that calls one of its fields so has no shadow root', () => {
    const doc = documentOf(`<head>${HEAD}</head><body>${article(`<fieldset name="shadowRoot" form="f">${picture('a')}<form id="f"></form></fieldset>`)}</body>`)
    // what every browser does, whatever the script that asks
    Object.defineProperty(doc.querySelector('form')!, 'shadowRoot', { value: doc.querySelector('fieldset') })
    expect(names(readPage(doc, { url: 'http://www.qinghe.gov.cn/a/b.html', now: new Date('2026-11-21T12:00:00+08:00') }).pictures)).toEqual(['a'])
  })

  test('closed ones stay unseen', () => {
    const doc = documentOf(`<head>${HEAD}</head><body>${article('<one-picture></one-picture>')}</body>`)
    doc.querySelector('one-picture')!.attachShadow({ mode: 'closed' }).innerHTML = picture('a')
    expect(readPage(doc, { url: 'http://www.qinghe.gov.cn/a/b.html', now: new Date('2026-11-21T12:00:00+08:00') }).pictures).toBeUndefined()
  })
})

test('words in a shadow root stand in the zone of its host', () => {
  const { reading } = pageOf(`${article('<p>正文一段，说的是供水。</p>')}<footer><p><one-foot></one-foot></p></footer>`, { 'one-foot': '<p>主办单位在这里。</p>' })
  expect(reading.blocks.find(({ text }) => text === '主办单位在这里。')?.role).toBe('footer')
})
