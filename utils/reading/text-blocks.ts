import type { TextBlock } from '../types/reading.ts'
import type { Block } from './blocks.ts'
import type { Page } from './page.ts'
import type { Steps } from './steps.ts'
import { blockText } from './text.ts'
import type { Title } from './title.ts'

/** What stands between the links of a menu. */
const BETWEEN = /^[\s|｜·•>＞»/\\、,，;；:：\-—–[\]【】()（）▏丨→]*$/

/** The visible blocks as plain values; `replies` are those of answers to letters. A block that is nothing but several links is a menu: each link is a block of its own. */
export function* toTextBlocks(page: Page, title: Title, lists: readonly Element[], replies: ReadonlySet<Block>): Steps<TextBlock[]> {
  const texts: TextBlock[] = []
  // A box that holds the page's title holds the article too, whatever list stands at its end.
  const headline = page.blocks[title.first]?.element
  const inList = new Set(lists.filter((list) => !headline || !list.contains(headline)))
  for (const [index, block] of page.blocks.entries()) {
    if (index % 60 === 59) yield
    const placed = roleOf(block, index, title, inList)
    const role = placed === 'body' && replies.has(block) ? 'reply' : placed
    if (!isMenu(block)) texts.push({ id: texts.length, text: block.text, selector: page.places.selectorOf(block.element), role })
    else {
      for (const [n, link] of block.links.entries()) {
        if (n % 60 === 59) yield
        const text = blockText(link.element).text
        if (text === '') continue
        texts.push({ id: texts.length, text, selector: page.places.selectorOf(link.element), role: role === 'body' ? 'navigation' : role })
      }
    }
  }
  return texts
}

function isMenu(block: Block): boolean {
  if (block.links.length < 2) return false
  let rest = ''
  let at = 0
  for (const link of block.links) {
    rest += block.text.slice(at, link.start)
    at = link.end
  }
  return BETWEEN.test(rest + block.text.slice(at))
}

function roleOf(block: Block, index: number, title: Title, lists: ReadonlySet<Element>): TextBlock['role'] {
  if (index >= title.first && index <= title.last && title.first >= 0) return 'title'
  if (block.zone === 'footer') return 'footer'
  if (block.zone === 'navigation' || block.zone === 'header') return 'navigation'
  for (let at: Element | null = block.element, up = 0; at && up < 6; at = at.parentElement, up++) {
    if (lists.has(at)) return 'list'
  }
  return block.links.length > 0 && block.element.tagName === 'LI' ? 'list' : 'body'
}
