import type { Block, Hit, PageDetector } from '../types.ts'
import { chineseNumber } from './chinese-number.ts'

const CHINESE = '[一二三四五六七八九十百零]{1,6}'

/**
 * The kinds of number at a line's start, outermost first: a number of one kind begins those behind it anew. `sure` is how many
 * numbers in a row must have been right before a jump is told: Arabic ones are used freely in tables and excerpts.
 */
const LEVELS: readonly { pattern: RegExp; sure: number }[] = [
  { pattern: new RegExp(`^第(${CHINESE}|\\d{1,3})章`, 'u'), sure: 1 },
  { pattern: new RegExp(`^第(${CHINESE}|\\d{1,3})节`, 'u'), sure: 1 },
  { pattern: new RegExp(`^(${CHINESE})、`, 'u'), sure: 1 },
  { pattern: new RegExp(`^[（(](${CHINESE})[）)]`, 'u'), sure: 1 },
  { pattern: /^(\d{1,2})\s?(?:[.．](?!\s?\d)|、)/u, sure: 2 },
  { pattern: /^[（(](\d{1,2})[）)]/u, sure: 2 },
]
/** Articles run on through chapters. */
const ARTICLE = { pattern: new RegExp(`^第(${CHINESE}|\\d{1,3})条(?![的款规之、，和及至])`, 'u'), sure: 2 }

interface Line {
  id: number
  start: number
  text: string
}

/** Where a sequence stands: its last number and how many have been right in a row; null where none is watched. */
type Run = { last: number; right: number } | null

/**
 * 一、二、四： numbers at the start of lines that jump or repeat within one level, in Chinese or Arabic, and articles of a
 * document (第一条). Only a sequence that begins with one is watched; a new 一 begins a new one (several documents on one page).
 */
export const numbering: PageDetector = (blocks) => {
  const found = new Map<number, Hit[]>()
  const runs: Run[] = LEVELS.map(() => null)
  let article: Run = null
  const tell = (line: Line, words: string, before: number, number: number): void => {
    const hits = found.get(line.id) ?? []
    hits.push({ start: line.start, end: line.start + words.length, right: null, params: { before, number } })
    found.set(line.id, hits)
  }
  for (const line of lines(blocks)) {
    const level = LEVELS.findIndex(({ pattern }) => pattern.test(line.text))
    const kind = level < 0 ? ARTICLE : LEVELS[level]!
    const match = kind.pattern.exec(line.text)
    const number = match ? valueOf(match[1]!) : null
    if (number === null) continue
    const run = level < 0 ? article : runs[level]!
    const next = goOn(run, number, kind.sure, (before) => tell(line, match![0], before, number))
    if (level < 0) article = next
    else {
      runs[level] = next
      runs.fill(null, level + 1)
    }
  }
  return found
}

function goOn(run: Run, number: number, sure: number, slip: (before: number) => void): Run {
  if (number === 1) return { last: 1, right: 1 }
  if (run === null) return null
  if (number === run.last + 1) return { last: number, right: run.right + 1 }
  // A jump far ahead or back is an excerpt or another document, not a slip.
  if (number > run.last + 2 || number < run.last || run.right < sure) return null
  slip(run.last)
  return { last: number, right: run.right }
}

function valueOf(words: string): number | null {
  return /^\d/.test(words) ? Number(words) : chineseNumber(words)
}

function* lines(blocks: readonly Block[]): Generator<Line> {
  for (const { id, role, text, selector } of blocks) {
    if (role !== 'body' && role !== 'reply' && role !== 'title') continue
    // The first column of a table counts its rows, and filters and merged cells leave gaps.
    if (selector && /(?:^|[\s>])t[dh](?:[:.#[]|$)/u.test(selector)) continue
    let start = 0
    for (const raw of text.split('\n')) {
      const lead = raw.length - raw.trimStart().length
      yield { id, start: start + lead, text: raw.trimStart() }
      start += raw.length + 1
    }
  }
}
