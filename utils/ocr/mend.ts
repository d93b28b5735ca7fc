import type { OcrChar } from '../types/ocr.ts'
import { around, emOf, isChinese, isChineseLine, isDigit, isHan } from './glyphs.ts'

/** Signs that the recogniser writes narrow where the picture has the wide ones of Chinese text (GB/T 15834). */
const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '|': '｜', '/': '／', '~': '～', '﹐': '，', '﹔': '；', '﹕': '：' }

/**
 * Mends what a recogniser of single characters gets wrong in Chinese print, in one line: narrow signs that are wide in the picture,
 * straight quotation marks, a full stop read as a point, dashes, digits and percent signs by their neighbours. Places stay, no character is added.
 */
export function mended(read: readonly OcrChar[]): OcrChar[] {
  const em = emOf(read)
  const line = withWholePercents(read, em)
  const texts = line.map(({ text }) => text)
  const isOfChinese = isChineseLine(line)
  const isBracketed = texts.includes('[') && texts.includes(']')
  let quotes = 0
  const opened: boolean[] = []
  return line.map((char, at) => {
    const text = char.text
    const [before, after] = [texts[at - 1], texts[at + 1]]
    if (text === '"' || text === '＂') return { ...char, text: quotes++ % 2 === 0 ? '“' : '”' }
    if (text === '“') quotes = 1
    if (text === '”') quotes = 0
    const wide = WIDE[text]
    if (wide) {
      const isWide = text === ')' ? (opened.pop() ?? isChinese(before)) : standsInChinese(text, before, after, isOfChinese)
      if (text === '(') opened.push(isWide)
      return isWide ? { ...char, text: wide } : char
    }
    if (text === '（') opened.push(true)
    if (text === '）') opened.pop()
    if ((text === '.' || text === '．') && isHan(before) && (after === undefined || isChinese(after))) return { ...char, text: '。' }
    const digit = isBracketed && '[]'.includes(text) ? null : digitFor(text, before, after, char.box.width / em)
    return digit ? { ...char, text: digit } : char
  })
}

/** What digits are taken for, and between digits a dash. */
const DIGITS: Record<string, string> = { O: '0', o: '0', 〇: '0', l: '1', I: '1', '|': '1', ']': '1', '[': '1', 了: '7', 一: '—' }

/** A digit is narrower than this, in widths of a Chinese character. */
const NARROW = 0.62

/** The digit that stands there in truth, told by its neighbours: 2O26, 12月]日, 了.1%. */
function digitFor(text: string, before: string | undefined, after: string | undefined, width: number): string | null {
  const digit = DIGITS[text]
  if (!digit) return null
  const [isAfter, isBefore] = [isDigit(before), isDigit(after) || after === '.' || after === '%']
  if (isAfter && isBefore) return digit
  if (digit === '—' || width >= NARROW) return null
  const goesOn = after === undefined || !isHan(after) || UNITS.includes(after)
  const begins = before === undefined || !isHan(before) || COUNTED.includes(before)
  return (isAfter && goesOn) || (isBefore && begins) || (before !== undefined && after !== undefined && '年月'.includes(before) && '月日'.includes(after)) ? digit : null
}

/** What follows a number, and what stands before one. */
const [UNITS, COUNTED] = ['年月日时分秒号个件人次万亿元米度', '年月日第至自约共']

function standsInChinese(text: string, before: string | undefined, after: string | undefined, isOfChinese: boolean): boolean {
  // 9:00, 1,000, 12/238: between digits these are narrow.
  if (isDigit(before) && isDigit(after) && text !== '(') return false
  return isChinese(before) || isChinese(after) || (isOfChinese && (before === undefined || after === undefined))
}

/** A percent sign is this wide at least, in widths of a Chinese character; a narrower one is half of it, and the other half was read as a ring. */
const PERCENT = 0.62

/** Puts percent signs together that were read as 9%, o% or %0. */
function withWholePercents(line: readonly OcrChar[], em: number): OcrChar[] {
  const made: OcrChar[] = []
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!
    if ((char.text !== '%' && char.text !== '％') || char.box.width >= em * PERCENT) {
      made.push(char)
      continue
    }
    const [before, next] = [made[made.length - 1], line[at + 1]]
    const isHalf = (one: OcrChar | undefined) => one !== undefined && '0o9〇O°'.includes(one.text)
    if (isHalf(next) && !isDigit(line[at + 2]?.text) && next!.box.x - char.box.x - char.box.width < em * 0.2) {
      made.push({ ...char, box: around([char.box, next!.box]) })
      at++
    } else if (isHalf(before) && before!.text !== '0' && char.box.x - before!.box.x - before!.box.width < em * (before!.text === '9' ? 0.06 : 0.2)) made[made.length - 1] = { ...char, box: around([before!.box, char.box]) }
    else made.push(char)
  }
  return made
}
