import type { Detector, Hit } from '../types.ts'
import { plainDigits } from './digits.ts'
import { isIdNumber } from './id-number.ts'
import { mask } from './mask.ts'
import { matches } from '../matches.ts'

export const CARD = /(?<![\dA-Za-z.])(?:62|4\d|5[1-5]|60|9\d)\d{2}(?:\d{12}|\d{15}|(?: \d{4}){3}(?: \d{3})?)(?![\dA-Za-z])/gu
const CONTEXT = /卡号|银行卡|社保卡|一卡通|个人账[号户]|工资卡|存折/
// An account that an office or firm gives to be paid into.
const PUBLIC = /对公|基本户|开户行|开户银行|户名|账户名称|保证金|收款单位|缴款|非税|捐赠|募捐/

/** True where the last digit is right by ISO/IEC 7812 (Luhn). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    let value = Number(digits[digits.length - 1 - i])
    if (i % 2 === 1) value = value > 4 ? value * 2 - 9 : value * 2
    sum += value
  }
  return sum % 10 === 0
}

/** A private bank card (ISO/IEC 7812): right check digit and a word that says so nearby; accounts to pay into are not. */
export const bankCard: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(CARD, plainDigits(text))) {
    const digits = match[0].replace(/ /g, '')
    if (!luhn(digits) || digits.length === 18 && isIdNumber(digits)) continue
    const lead = text.slice(Math.max(0, match.index - 40), match.index)
    const head = text.slice(0, 200)
    const table = /姓\s*名/.test(head) && CONTEXT.test(head)
    if (!table && (!CONTEXT.test(lead) || PUBLIC.test(lead))) continue
    const masked = mask(text.slice(match.index, match.index + match[0].length), 4, 4)
    hits.push({ start: match.index, end: match.index + match[0].length, right: masked, masked })
  }
  return hits
}
