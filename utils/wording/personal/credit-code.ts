import type { Detector, Hit } from '../types.ts'
import { matches } from '../matches.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const LABELLED = /统一社会信用代码(?:证号|号)?\s*[：:]?\s*([0-9A-Z]{18})(?![0-9A-Za-z])/gu

/** True for a 统一社会信用代码 whose check character is right (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(code[i]!)
    if (value < 0) return false
    sum += value * WEIGHTS[i]!
  }
  return ALPHABET[(31 - sum % 31) % 31] === code[17]
}

/** A code that is called 统一社会信用代码 and is none. */
export const creditCode: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(LABELLED, text)) {
    if (isCreditCode(match[1]!)) continue
    const end = match.index + match[0].length
    hits.push({ start: end - 18, end, right: null })
  }
  return hits
}
