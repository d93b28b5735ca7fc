import type { PageReading, TextBlock } from '../types/reading.ts'

const DOCUMENT = /^(.+)\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|txt|csv)$/iu
const HAN = /[\u4e00-\u9fff]{2,}/u

/**
 * Names of attachments as the files are called, where the page's own words do not show them (附件下载 → 关于….docx): people
 * see them when they save the file. One block each, of role `list`, that stands where the link does.
 */
export function attachmentNames({ links = [], blocks }: PageReading): TextBlock[] {
  const seen = new Set<string>()
  const shown = blocks.map(({ text }) => text).join('\n')
  const named: TextBlock[] = []
  for (const { href, tag, anchor } of links) {
    const name = tag === 'a' && href !== null ? nameOf(href) : null
    if (name === null || seen.has(name) || shown.includes(name)) continue
    seen.add(name)
    named.push({ id: blocks.length + named.length, text: name, selector: anchor.selector, role: 'list' })
  }
  return named
}

/** The file's name without its kind, decoded; null where it is no document or has no Chinese words. */
function nameOf(href: string): string | null {
  const last = href.split(/[?#]/, 1)[0]!.split('/').pop()!
  let name: string
  try {
    name = decodeURIComponent(last)
  } catch {
    // GBK addresses and stray % signs: no words that could be read.
    return null
  }
  const match = DOCUMENT.exec(name)
  return match && HAN.test(match[1]!) ? match[1]!.replace(/[_+]/g, ' ') : null
}
