import { matches } from '../matches.ts'
import type { Detector, Hit } from '../types.ts'
import { chineseNumber, NUMERALS } from './chinese-number.ts'

const UNIT = '(?:批次|人次|件次|户次|万元|亿元|万人|公里|[个件条项名人户家所座处次起份宗类批辆台间亩吨])'
const NUMBER = `(?:\\d{1,7}(?:\\.\\d{1,4})?|[${NUMERALS}]{1,7})`
const WHOLE = `(?:总共|一共|总计|共计|合计|[共计])[^，。；、\\d${NUMERALS}]{0,8}`
// 共12个…（甲5个、乙7个）: one unit throughout.
const SUM = new RegExp(`${WHOLE}(${NUMBER})(${UNIT})[^（()）。；\\d]{0,12}[（(]([^（()）]{4,120})[）)]`, 'gu')
// 共安排500万元，其中教育300万元、卫生250万元: parts of money or land may leave something out, but never come to more
// than the whole; people and things may be counted twice.
const AMOUNT = '(?:万元|亿元|公里|亩|吨)'
const PART = `[^，。；、\\d${NUMERALS}]{1,10}${NUMBER}${AMOUNT}`
const PARTS = new RegExp(`${WHOLE}(${NUMBER})(${AMOUNT})，其中[：:]?(${PART}(?:、${PART})+)`, 'gu')
// 共12人，其中男5人、女7人: who is not the one is the other.
const SEXES = new RegExp(`${WHOLE}(${NUMBER})人[^。；]{0,8}其中[：:]?男[性生]?(${NUMBER})人[，、；和]?女[性生]?(${NUMBER})人`, 'gu')
// 80件，占总数的70%; 办结80件，办结率70%; 占百分之七十.
const PERCENT = `(?:(\\d{1,3}(?:\\.\\d{1,2})?)[%％]|百分之([${NUMERALS}]{1,7}))`
const SHARE = new RegExp(
  `(${NUMBER})(${UNIT})[^。；\\d${NUMERALS}]{0,12}?(?:占(?:总数|总量|全部|总人数|总件数|全县总数|全市总数)的?|占比?(?:为|达)?|(?:办结|完成|整改|办理|合格|满意|达标|优良|回复|答复|处置|签约)率(?:为|达到?)?)${PERCENT}`, 'gu',
)
const TOTAL = new RegExp(`(?:共|总计|共计|合计)[^\\d${NUMERALS}。；]{0,8}(${NUMBER})(${UNIT})`, 'gu')
// What is counted twice, or not wholly, or rounded.
const LOOSE = /其中|含|约|余|多|以上|重复|兼|等|近|左右|交叉/
/** A total stands before its share within so many characters. */
const REACH = 60

/** Parts that do not add up to the total said, and shares that are not what the numbers give; in digits or in Chinese numerals. */
export const totals: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(SUM, text)) {
    const [whole, said, unit, inner] = match as unknown as [string, string, string, string]
    if (LOOSE.test(inner)) continue
    const parts = inner.split(/[，、；,;]/)
    const sum = sumOf(parts, unit)
    if (parts.length < 2 || !differs(sum, valueOf(said))) continue
    hits.push({ start: match.index, end: match.index + whole.length, right: null, params: { sum: shown(sum), said } })
  }
  for (const match of matches(PARTS, text)) {
    const [whole, said, unit, inner] = match as unknown as [string, string, string, string]
    const sum = sumOf(inner.split('、'), unit)
    const total = valueOf(said)
    if (LOOSE.test(inner) || total === null || !(sum > total)) continue
    hits.push({ start: match.index, end: match.index + whole.length, right: null, params: { sum: shown(sum), said } })
  }
  for (const match of matches(SEXES, text)) {
    const sum = (valueOf(match[2]) ?? NaN) + (valueOf(match[3]) ?? NaN)
    if (differs(sum, valueOf(match[1]))) hits.push({ start: match.index, end: match.index + match[0].length, right: null, params: { sum: shown(sum), said: match[1]! } })
  }
  for (const match of matches(SHARE, text)) {
    const said = match[3] === undefined ? chineseNumber(match[4]!) : Number(match[3])
    const count = valueOf(match[1])
    // Of several totals before it no one can say which is meant.
    const before = matches(TOTAL, text.slice(Math.max(0, match.index - REACH), match.index))
    const whole = before.length === 1 && before[0]![2] === match[2] ? valueOf(before[0]![1]) : null
    if (said === null || count === null || whole === null || whole === 0 || whole < count || LOOSE.test(text.slice(match.index - 1, match.index))) continue
    const real = count / whole * 100
    if (Math.abs(real - said) <= 1) continue
    hits.push({ start: match.index, end: match.index + match[0].length, right: null, params: { sum: `${real.toFixed(1)}%`, said: `${said}%` } })
  }
  return hits
}

/** NaN where a part is in another unit or no number. */
function sumOf(parts: readonly string[], unit: string): number {
  const numbers = parts.map((part) => valueOf(new RegExp(`^[^\\d${NUMERALS}]{1,12}(${NUMBER})${unit}$`, 'u').exec(part.trim())?.[1]))
  return numbers.reduce<number>((total, number) => total + (number ?? NaN), 0)
}

function valueOf(words: string | undefined): number | null {
  if (words === undefined) return null
  return /^\d/.test(words) ? Number(words) : chineseNumber(words)
}

/** True where both are known and not the same; decimals are compared to their fourth place. */
function differs(sum: number, said: number | null): boolean {
  return said !== null && !Number.isNaN(sum) && Math.abs(sum - said) > 0.0001
}

function shown(value: number): number {
  return Number(value.toFixed(4))
}
