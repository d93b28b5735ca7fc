import type { DateReading } from '../types/reading.ts'
import type { Block } from './blocks.ts'
import type { Page } from './page.ts'
import type { Title } from './title.ts'

const LABEL = /(?:信息|文章|稿件|内容|新闻)?来\s*源\s*[:：]\s*/g
/** What may follow the name on the same line. */
const END =
  /[【[（(〖|｜\n]|\s(?=\S*[:：])|\s|(?:信息)?(?:发布|更新|发稿)?(?:时间|日期)\s*[:：]|\d{4}[-年/.]|浏览|阅读|点击|访问|字体|字号|作者|编辑|责编|打印|分享|记者[:：]/

/** Blocks around the date line and below the heading in which the name may stand. */
const AROUND = 3
const BELOW = 40

/** 来源 as printed in the line near the heading or the date, or null where none stands there. */
export function readSource(page: Page, title: Title, publication: DateReading | null): string | null {
  const blocks = page.head
  const at = blocks.findIndex((b) => publication?.anchor !== undefined && page.places.selectorOf(b.element) === publication.anchor.selector)
  const near = at < 0 ? [] : range(Math.max(0, at - AROUND), at + AROUND + 1)
  for (const i of [...near, ...range(Math.max(0, title.first), Math.max(0, title.first) + BELOW)]) {
    const name = nameIn(blocks, i)
    if (name) return name
  }
  return null
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function nameIn(blocks: readonly Block[], i: number): string | null {
  const block = blocks[i]
  if (!block || block.text.length > 200 || block.zone === 'footer') return null
  for (const label of block.text.matchAll(LABEL)) {
    const rest = block.text.slice((label.index ?? 0) + label[0].length)
    const name = cut(rest)
    if (name) return name
    const next = blocks[i + 1]
    // A table may keep the label and the name in two cells.
    if (rest.trim() === '' && next && next.text.length < 40 && !/[:：]/.test(next.text) && !/\d{4}/.test(next.text)) {
      const inNext = cut(next.text)
      if (inNext) return inNext
    }
  }
  return null
}

function cut(rest: string): string | null {
  const end = rest.search(END)
  const name = (end < 0 ? rest : rest.slice(0, end)).trim()
  return name === '' || name.length > 60 || /^[-—/:：]+$/.test(name) ? null : name
}
