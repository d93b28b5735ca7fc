import type { Detector, Hit } from '../types.ts'
import { isBirthday, plainDigits, PROVINCES } from './digits.ts'
import { mask } from './mask.ts'
import { matches } from '../matches.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'
// Eighteen places, spaces or hyphens between the groups allowed.
const EIGHTEEN = /(?<![\dA-Za-z.])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/gu
// With spaces anywhere, as they are typed into forms: only where the text calls it one.
const SPACED = /(?<![\dA-Za-z.])[1-9](?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/gu
const NAMED = /身份证|公民身份|证件号/u
/** So far before a number stands what it is. */
const NAMED_WITHIN = 20
const FIFTEEN = /(?<![\dA-Za-z.])[1-9]\d{14}(?![\dA-Za-z])/gu

/** True for an 18-place citizen number whose check digit, birthday and province are right (GB 11643-1999). */
export function isIdNumber(number: string): boolean {
  if (!PROVINCES.has(number.slice(0, 2)) || !isBirthday(number.slice(6, 14))) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * WEIGHTS[i]!
  return CHECK[sum % 11] === number[17]!.toUpperCase()
}

/** The number as the text writes it, full-width or not. */
function hitAt(text: string, match: RegExpExecArray): Hit {
  const [start, end] = [match.index, match.index + match[0].length]
  const masked = mask(text.slice(start, end), 2, 3)
  return { start, end, right: masked, masked }
}

function bare(match: RegExpExecArray): string {
  return match[0].replace(/[ -]/g, '')
}

/** 公民身份号码, 18 places. Already masked ones do not match. */
export const idNumber: Detector = (text) => {
  const hits: Hit[] = []
  const digits = plainDigits(text)
  for (const match of matches(EIGHTEEN, digits)) if (isIdNumber(bare(match))) hits.push(hitAt(text, match))
  for (const match of NAMED.test(text) ? matches(SPACED, digits) : []) {
    if (hits.some(({ start, end }) => start < match.index + match[0].length && match.index < end)) continue
    if (isIdNumber(bare(match)) && NAMED.test(text.slice(Math.max(0, match.index - NAMED_WITHIN), match.index))) hits.push(hitAt(text, match))
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** The 15-place number of before 1999: only right after the word 身份证, since bank accounts look the same. */
export const oldIdNumber: Detector = (text) => oldIdsIn(text).filter(({ start }) => /身份证/.test(text.slice(Math.max(0, start - 20), start)))

/** Everything that may be a 15-place number: province and birthday are right. */
export function oldIdsIn(text: string): Hit[] {
  const hits: Hit[] = []
  for (const match of matches(FIFTEEN, plainDigits(text))) {
    if (!PROVINCES.has(match[0].slice(0, 2)) || !isBirthday(`19${match[0].slice(6, 12)}`)) continue
    hits.push(hitAt(text, match))
  }
  return hits
}
