import type { TagReading } from '../types/reading.ts'
import type { Block } from './blocks.ts'
import type { Page } from './page.ts'
import { isDateLine } from './date-visible.ts'
import { bare } from './page.ts'
import type { Steps } from './steps.ts'

/** The page's own heading. */
export interface Title {
  text: string
  /** Index of its first block in `page.head`, -1 where it stands nowhere. */
  first: number
  /** Index of its last block (titles may be set in two lines). */
  last: number
}

const MAX = 160
/** Blocks looked at between two yields. */
const BLOCKS_A_STEP = 150

/**
 * The heading of an article as people see it: the block that repeats ArticleTitle or the document's title, else the
 * first real `<h1>`, else what stands above the date line. Site names, menus and links are no headings.
 */
export function* readTitle(page: Page, tags: TagReading): Steps<Title> {
  const documentTitle = (page.doc.title ?? '').trim()
  const wanted = [tags['ArticleTitle'] ?? '', tags['og:title'] ?? '', documentTitle].map(bare)
  const site = bare(tags['SiteName'] ?? '')
  let best: { index: number; score: number } | null = null
  for (const [index, block] of page.head.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield
    const score = titleScore(block, wanted, site)
    if (score > 0 && (!best || score > best.score)) best = { index, score }
  }
  if (!best) {
    const above = yield* aboveDateLine(page.head)
    if (above >= 0) return { text: (page.head[above] as Block).text, first: above, last: above }
    return { text: tags['ArticleTitle'] || documentTitle, first: -1, last: -1 }
  }
  const block = page.head[best.index] as Block
  const whole = wanted[0] ?? ''
  const next = page.head[best.index + 1]
  const split = next !== undefined && whole !== '' && whole !== bare(block.text) && whole === bare(block.text + next.text)
  const text = split ? `${block.text}${next.text}` : block.text
  return { text: text.replace(/(?<!\s)\s*\n\s*/g, ' '), first: best.index, last: split ? best.index + 1 : best.index }
}

function titleScore(block: Block, wanted: string[], site: string): number {
  if (block.text.length > MAX || block.zone === 'footer' || block.zone === 'navigation') return 0
  const text = bare(block.text)
  if (text.length < 4 || text === site || isAllLink(block)) return 0
  const [tag = '', og = '', documentTitle = ''] = wanted
  const heading = /^H[1-3]$/.test(block.element.tagName) ? 1 : 0
  const named = /title|tit\b|biaoti|^bt\b|headline/i.test(`${block.element.className} ${block.element.id}`) ? 0.5 : 0
  if (tag.length > 3 && text === tag) return 10 + heading + named
  if (og.length > 3 && text === og) return 9 + heading + named
  if (tag.length > 7 && text.length > 5 && (tag.startsWith(text) || tag.endsWith(text) || text.startsWith(tag))) return 7 + heading + named
  if (text.length > 5 && documentTitle.startsWith(text) && text !== site) return 6 + heading + named + Math.min(text.length, 40) / 100
  if (text.length > 7 && documentTitle.includes(text)) return 4 + heading + named
  if (block.element.tagName === 'H1' && text.length > 7) return 3
  return 0
}

/** Where neither tags nor heading tell: the short text above the page's only date line. Lists have a date line for every item. */
function* aboveDateLine(blocks: readonly Block[]): Steps<number> {
  let at = -1
  let lines = 0
  for (const [i, block] of blocks.entries()) {
    if (i % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield
    if (block.zone !== 'main' || !isDateLine(block.text)) continue
    if (++lines === 1) at = i
    else if (lines > 2) return -1
  }
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const block = blocks[i] as Block
    if (block.text.length >= 6 && block.text.length <= 90 && !isAllLink(block) && !/[:：>＞»]|^首\s*页/.test(block.text)) return i
  }
  return -1
}

/** True when the whole text of a block is one link. */
function isAllLink(block: Block): boolean {
  const linked = block.links.reduce((sum, l) => sum + (l.end - l.start), 0)
  return linked > 0 && linked >= block.text.replace(/\s/g, '').length - 2
}
