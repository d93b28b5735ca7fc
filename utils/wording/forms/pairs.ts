import { findLastIndex } from '../../types/find-last.ts'
import type { Block, Detector, Hit, PageDetector } from '../types.ts'

interface Mark {
  char: string
  at: number
}

/** Openers without closer and closers without opener, in the text's order. */
interface Loose {
  openers: Mark[]
  closers: Mark[]
}

/** Matches marks of the kinds given by a stack. Full-width and half-width brackets are one kind. */
function loose(text: string, open: string, close: string): Loose {
  const openers: Mark[] = []
  const closers: Mark[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at] === '(' ? '（' : text[at] === ')' ? '）' : text[at]!
    if (open.includes(char)) openers.push({ char, at })
    const kind = close.indexOf(char)
    if (kind < 0) continue
    const partner = findLastIndex(openers, (mark) => mark.char === open[kind])
    if (partner >= 0) openers.splice(partner, 1)
    else closers.push({ char, at })
  }
  return { openers, closers }
}

// Cut short by a list or a table of contents.
const CUT = /(?:…|\.\.\.|⋯)[\s》）)]*$/u
/** So many loose marks in one text are a matter of another kind: code, a formula, a broken paste. */
const MOST = 3

/** 《》〈〉〔〕 without their other half, in one text. */
export const titleMarks: Detector = (text, about) => {
  if (about.role === 'list' || (about.role === 'navigation' && text.length < 40) || CUT.test(text)) return []
  const { openers, closers } = loose(text, '《〈〔', '》〉〕')
  // A title in the page's own pieces (a link, a line) may be cut off at either end.
  const marks = [...openers, ...closers].filter(({ at, char }) => char !== '〈' && char !== '〉' || !/[\d<>]/.test(text[at + 1] ?? ''))
  return marks.length > MOST ? [] : marks.map((mark) => shown(text, mark)).sort((a, b) => a.start - b.start)
}

// 1） a） （一） ①）and smileys.
const LIST_NUMBER = /(?:^|[^\d（(])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳:;：；])$/u
/** How many paragraphs a quotation may run on. */
const RUN = 12

/**
 * “”‘’（）【】「」 without their other half. A quotation may run over several paragraphs (each opens anew, the last one closes),
 * so a page's blocks are looked at together.
 */
export const pairs: PageDetector = (blocks) => {
  const prose = blocks.filter(({ role }) => role === 'body' || role === 'title' || role === 'reply')
  const all = prose.map(({ text }) => loose(text, '“‘（【「『', '”’）】」』'))
  const found = new Map<number, Hit[]>()
  prose.forEach((block, index) => {
    const hits = [
      ...all[index]!.openers.filter((mark) => isSlip(block, mark) && !runsOn(index, mark)),
      ...all[index]!.closers.filter((mark) => isSlip(block, mark) && !closes(index, mark)),
    ]
    if (hits.length > 0 && hits.length <= MOST) found.set(block.id, hits.map((mark) => shown(block.text, mark)).sort((a, b) => a.start - b.start))
  })
  return found

  /** True where a later paragraph opens anew or closes what `mark` opens. */
  function runsOn(index: number, mark: Mark): boolean {
    return prose.slice(index + 1, index + 1 + RUN).some((later, k) => {
      return later.text.trimStart().startsWith(mark.char) || all[index + 1 + k]!.closers.some(({ char }) => char === partner(mark.char))
    })
  }

  function closes(index: number, mark: Mark): boolean {
    return all.slice(Math.max(0, index - RUN), index).some(({ openers }) => openers.some(({ char }) => char === partner(mark.char)))
  }
}

function isSlip({ text }: Block, { char, at }: Mark): boolean {
  if ('“”‘’'.includes(char)) {
    // Straight and curly quotes mixed are a matter of input; ’ is an apostrophe after a letter.
    if (/["'＂＇]/.test(text) || (char === '’' && /[A-Za-z0-9]/.test(text[at - 1] ?? ''))) return false
    // An inch or second sign: 3.5”
    if (char === '”' && /\d/.test(text[at - 1] ?? '')) return false
  }
  if (char === '）' && LIST_NUMBER.test(text.slice(Math.max(0, at - 4), at))) return false
  return !CUT.test(text)
}

function partner(char: string): string {
  const all = '“”‘’（）【】「」『』'
  const at = all.indexOf(char)
  return all[at % 2 === 0 ? at + 1 : at - 1]!
}

/** A lone mark is too small to see: the words up to the next punctuation on its inner side are shown with it. */
const SHOWN = 24
const STOP = /[，。；：、！？,;!?\n“”‘’《》〈〉〔〕（）()【】「」『』]/u

function shown(text: string, { char, at }: Mark): Hit {
  let start = at
  let end = at + 1
  if ('《〈〔“‘（【「『'.includes(char)) while (end < text.length && end - at < SHOWN && !STOP.test(text[end]!)) end++
  else while (start > 0 && at - start < SHOWN && !STOP.test(text[start - 1]!)) start--
  return { start, end, right: null }
}
