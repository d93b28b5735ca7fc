import type { Block, Hit, PageDetector } from '../types.ts'

const DIGITS = '零一二三四五六七八九'

/** 一 … 九十九 as a number, or null. */
export function chineseNumber(text: string): number | null {
  const ten = text.indexOf('十')
  if (ten < 0) return text.length === 1 && DIGITS.indexOf(text) > 0 ? DIGITS.indexOf(text) : null
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text.slice(0, ten))
  const ones = ten === text.length - 1 ? 0 : DIGITS.indexOf(text.slice(ten + 1))
  return tens < 1 || ones < 0 || ten > 1 || text.length - ten > 2 ? null : tens * 10 + ones
}

/** The kinds of number at a line's start, outermost first. */
const LEVELS: readonly { name: string; pattern: RegExp; chinese: boolean }[] = [
  { name: 'first', pattern: /^([一二三四五六七八九十]{1,3})、/u, chinese: true },
  { name: 'second', pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u, chinese: true },
]

interface Line {
  id: number
  role: Block['role']
  start: number
  text: string
}

/**
 * 一、二、四： numbers at the start of lines that jump or repeat within one level. Only a sequence that begins with one
 * is watched; a new 一 begins a new one (several documents on one page). Arabic numbers are left alone: tables and
 * excerpts use them too freely.
 */
export const numbering: PageDetector = (blocks) => {
  const found = new Map<number, Hit[]>()
  const last: (number | null)[] = LEVELS.map(() => null)
  for (const line of lines(blocks)) {
    const level = LEVELS.findIndex(({ pattern }) => pattern.test(line.text))
    if (level < 0) continue
    const match = LEVELS[level]!.pattern.exec(line.text)!
    const number = chineseNumber(match[1]!)
    if (number === null) continue
    const before = last[level]!
    last[level] = number
    for (let deeper = level + 1; deeper < last.length; deeper++) last[deeper] = null
    if (number === 1 || number === (before ?? 0) + 1) continue
    // Not begun with one, or a jump far ahead or back: an excerpt or another document, not a slip.
    if (before === null || number > before + 2 || number < before) {
      last[level] = null
      continue
    }
    const hits = found.get(line.id) ?? []
    hits.push({ start: line.start, end: line.start + match[0].length, right: null, params: { before, number } })
    found.set(line.id, hits)
  }
  return found
}

function* lines(blocks: readonly Block[]): Generator<Line> {
  for (const { id, role, text } of blocks) {
    if (role !== 'body' && role !== 'reply' && role !== 'title') continue
    let start = 0
    for (const raw of text.split('\n')) {
      const lead = raw.length - raw.trimStart().length
      yield { id, role, start: start + lead, text: raw.trimStart() }
      start += raw.length + 1
    }
  }
}
