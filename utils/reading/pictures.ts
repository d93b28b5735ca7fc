import { pictureAddress, shownAddress } from '../types/picture-address.ts'
import { holderOf, holds, isAfter } from '../types/shadow.ts'
import type { PictureReading, PicturesReading } from '../types/reading.ts'
import { anchorOf } from './anchor.ts'
import type { Block } from './blocks.ts'
import { isDateLine } from './date-visible.ts'
import type { Page } from './page.ts'
import { bare } from './page.ts'
import type { Steps } from './steps.ts'
import type { Title } from './title.ts'
import { isShown } from './visible.ts'

/** What is smaller is an icon, a mark or a QR code; in CSS pixels as shown. */
const WIDE = 240
const HIGH = 160
/** So many pictures are kept of one page. */
const MOST = 200
/** As much of the words beside them as tells whether there are any. */
const WORDS = 400
/** Players, frames and embedded documents: what is said there is not in the page's text either, but it is no picture. */
const MEDIA = 'video,audio,iframe,object,embed'
const PICTURE_FILE = /\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?)(?:[?#]|$)/i
const DOCUMENT_FILE = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|txt)(?:[?#]|$)/i
/** Lines that every article of a template has, whatever it says. */
const ALWAYS = /发布(?:时间|日期|机构)|(?:信息|稿件|文章)?来源|作者|撰稿|摄影|编辑|责编|审核|校对|浏览|阅读|点击|访问量|字体|字号|打印|关闭|分享|收藏|扫一扫|扫码|二维码|手机(?:版|端|上)|上一[篇条]|下一[篇条]|相关(?:阅读|链接|信息|文件|解读|文章)|当前位置|索引号|视力|护眼|返回|大图|原图|^附件[:：]?$/
/** A longer line says something, whatever words it begins with. */
const ALWAYS_LONG = 60
/** Who signs, and when. */
const SIGNED = /^[\p{Script=Han}]{2,20}(?:人民政府|办公室|委员会|局|委|院|厅|处|中心|街道|镇|乡)$/u
/** A day, a time, or a document's number: scanned notices have them beside the picture. */
const DAY_LINE = /^(?:[\d\s年月日时分秒号./:：-]+|\S{1,16}〔\d{4}〕\d+号)$/
/** A 信息公开 table beside the article. */
const INDEX = /索引号|公开方式|发文机关|主题分类/
/** A text that stands elsewhere on the page must be a sentence to be the article's: menus and teasers are none. */
const SENTENCE = 30

/** Large pictures of an article's body in the order in which they stand, also in open shadow roots, and whether words stand beside them. Null where the page shows none. */
export function* readPictures(page: Page, title: Title): Steps<PicturesReading | null> {
  const headline = page.blocks[title.first]?.element ?? null
  const found: { element: Element; picture: PictureReading }[] = []
  let count = 0
  for (const tree of page.trees) {
    if (++count % 60 === 0) yield
    for (const element of tree.querySelectorAll('img,canvas')) {
      if (++count % 60 === 0) yield
      if (found.length >= MOST) break
      if (headline && !isAfter(element, headline)) continue
      if (!isOfBody(element, page)) continue
      const size = sizeOf(element)
      if (size && !(isKnown(size) && (size.width < WIDE || size.height < HIGH))) found.push({ element, picture: pictureOf(element, size, page) })
    }
  }
  if (page.trees.length > 1) found.sort((a, b) => (isAfter(a.element, b.element) ? 1 : -1))
  const first = found[0]
  if (!first) return null
  const box = boxOf(first.element, found.map(({ element }) => element), headline)
  const words: string[] = []
  let length = 0
  for (const [index, block] of page.blocks.entries()) {
    if (index % 60 === 59) yield
    if (length > WORDS) break
    if (index <= title.last || block.zone !== 'main' || !says(block, title.text)) continue
    if (box && !holds(box, block.element) && !(isSentence(block) && !isOver(block.element, headline))) continue
    words.push(block.text)
    length += block.text.length
  }
  let media = 0
  for (const tree of page.trees) {
    if (++count % 60 === 0) yield
    media += [...tree.querySelectorAll(MEDIA)].filter((one) => holds(box ?? page.doc.body, one) && (!headline || isAfter(one, headline))).length
  }
  return { large: found.map(({ picture }) => picture), words: words.join('\n').slice(0, WORDS), media }
}

/** Shown, in the main part, and no way to somewhere else: a picture that leads to another page is a teaser. */
function isOfBody(element: Element, page: Page): boolean {
  const holder = holderOf(element)
  if (!holder || !page.shown.has(holder) || !isShown(element)) return false
  for (let at: Element | null = holder; at && at !== page.doc.body; at = holderOf(at)) {
    const zone = page.zones.opens(at)
    if (zone !== null && zone !== 'main') return false
    if (at.tagName === 'A') {
      const href = at.getAttribute('href') ?? ''
      if (href !== '' && !/^(?:#|javascript:)/i.test(href) && !PICTURE_FILE.test(href) && href !== element.getAttribute('src')) return false
    }
  }
  return true
}

/** As shown; where there is no layout as written. Null for one that loaded nothing: there is nothing to read. */
function sizeOf(element: Element): { width: number; height: number } | null {
  const image = element as Partial<HTMLImageElement>
  const box = element.getBoundingClientRect()
  if (box.width > 0 && box.height > 0) return image.complete === true && image.naturalWidth === 0 && element.ownerDocument.defaultView && image.src ? null : { width: box.width, height: box.height }
  return { width: written(element, 'width') || image.naturalWidth || 0, height: written(element, 'height') || image.naturalHeight || 0 }
}

/** `width="600"` or `style="width:600px"`; 0 where it is not given in pixels. */
function written(element: Element, name: 'width' | 'height'): number {
  const attribute = /^\s*(\d+)(?:px)?\s*$/.exec(element.getAttribute(name) ?? '')?.[1]
  const style = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(\\d+)(?:\\.\\d+)?px`, 'i').exec(element.getAttribute('style') ?? '')?.[1]
  return Number(attribute ?? style ?? 0)
}

function isKnown({ width, height }: { width: number; height: number }): boolean {
  return width > 0 && height > 0
}

function pictureOf(element: Element, { width, height }: { width: number; height: number }, page: Page): PictureReading {
  return {
    src: pictureAddress(shownAddress(element)),
    alt: ['alt', 'aria-label', 'title'].map((name) => element.getAttribute(name)?.trim().slice(0, 2000)).find(Boolean) ?? element.getAttribute('alt'),
    width: Math.round(width),
    height: Math.round(height),
    anchor: anchorOf(element, '', 0, 0, page.places),
  }
}

/** The largest part of the page that holds the pictures and not the headline; null where they stand side by side with it. */
function boxOf(first: Element, all: readonly Element[], headline: Element | null): Element | null {
  let box = holderOf(first)
  if (!box || (headline && holds(box, headline))) return null
  const isOuter = (one: Element) => /^(?:BODY|MAIN|ARTICLE)$/.test(one.tagName) || (headline !== null && holds(one, headline))
  for (let up = holderOf(box); up && !isOuter(up); up = holderOf(up)) box = up
  return all.every((one) => holds(box, one)) ? box : null
}

/** Whether a block says something of its own: neither what every page of the template says nor a way to other pages. */
function says({ element, text, links }: Block, title: string): boolean {
  const plain = text.trim()
  if (plain.length < ALWAYS_LONG && (ALWAYS.test(plain) || SIGNED.test(plain) || DAY_LINE.test(plain) || isDateLine(plain))) return false
  if (bare(plain) === '' || bare(title).includes(bare(plain))) return false
  const table = element.closest('table')
  if (table && INDEX.test(table.textContent ?? '')) return false
  const away = links.filter(({ element: link }) => !DOCUMENT_FILE.test(link.getAttribute('href') ?? ''))
  return away.reduce((sum, { start, end }) => sum + (end - start), 0) < plain.length / 2
}

function isSentence({ text, links }: Block): boolean {
  return text.length >= SENTENCE && links.length === 0 && /[，。；！？]/.test(text) && !/版权所有|主办单位|备案/.test(text)
}

/** Above the headline stand menus and notices of the site. */
function isOver(element: Element, headline: Element | null): boolean {
  return headline !== null && !isAfter(element, headline)
}
