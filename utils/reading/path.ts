import type { Block } from './blocks.ts'
import type { Page } from './page.ts'
import { bare } from './page.ts'

const LABEL = /(?:您|你)?(?:的|现在|当前|所在|目前){0,8}(?:位置|位\s*置)(?:是)?\s*[:：]?|(?:所在|当前)(?:栏目|页面|位置)\s*[:：]/
const HOME = /^(?:网站|门户|本站|政府)?\s*首\s*页$|^主页$|^home$/i
/** Last names that only say what the page is. */
const GENERIC = /^(?:正文|内容|内容页?|详情页?|详细(?:信息|内容)?|信息(?:内容|详情)?|文章(?:内容|正文)?|浏览文章|列表页?|栏目列表|阅读|查看|当前页)$/
const SEPARATOR = /(?<!\s)\s*(?:[-—=]{0,9}[>＞]+|[»›→▶▸≫]+|\\)\s*/
const LOOSE_SEPARATOR = /(?<!\s)\s*(?:\||／|\/|·|\s[-–—]+\s)\s*/
const LONGEST = 240

/** Names of the breadcrumb after 首页, outermost first; the page's own title and words like 正文 left out. */
export function readPath(page: Page, title: string): string[] {
  for (const [index, block] of page.head.entries()) {
    if (block.zone === 'footer' || block.text.length > LONGEST) continue
    if (!LABEL.test(block.text) && !beginsPath(page.head, index)) continue
    const names = namesOf(containerText(block, index, page), title)
    if (names) return names
  }
  return []
}

/** `首页 > …` without a label, in one block or in a row of cells. */
function beginsPath(blocks: readonly Block[], index: number): boolean {
  const text = blocks[index]?.text ?? ''
  if (/^[[【]?(?:网站|门户)?首\s*页[\]】]?\s*(?:[-—]*[>＞]|[»›→])/.test(text)) return true
  return HOME.test(text) && /^[-—=]*[>＞»›→]/.test(blocks[index + 1]?.text ?? '')
}

/** The whole breadcrumb's text: its block, or as much around it as still looks like one. */
function containerText(block: Block, index: number, page: Page): string {
  if (/首\s*页|主页/.test(block.text) && SEPARATOR.test(block.text)) return block.text
  let element: Element | null = block.element
  let text = block.text
  for (let up = 0; up < 4 && element; up++, element = element.parentElement) {
    const around = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (around.length > LONGEST) break
    text = joinedText(page, element, index)
    if (/首\s*页|主页/.test(text) && SEPARATOR.test(text)) return text
  }
  return text
}

function joinedText(page: Page, element: Element, index: number): string {
  const near = page.head.slice(Math.max(0, index - 3), index + 20).filter((b) => element.contains(b.element))
  return near.map((b) => b.text).join(' ')
}

function namesOf(whole: string, title: string): string[] | null {
  const text = whole.replace(/\s+/g, ' ').replace(LABEL, ' ').trim()
  if (!/首\s*页|主页|home/i.test(text) && !SEPARATOR.test(text)) return null
  let parts = text.split(SEPARATOR)
  if (parts.length < 2) parts = text.split(LOOSE_SEPARATOR)
  if (parts.length < 2) parts = text.split(' ')
  const names = parts.map((p) => p.trim().replace(/^[[【]|[\]】]$/g, '').trim()).filter((p) => p !== '')
  const home = names.findIndex((n) => HOME.test(n))
  if (home < 0 && parts.length < 2) return null
  const own = bare(title)
  return names
    .slice(home + 1)
    .filter((name) => name.length <= 60 && !GENERIC.test(name) && (own.length < 6 || bare(name) !== own))
}
