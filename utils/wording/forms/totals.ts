import type { Detector, Hit } from '../types.ts'
import { matches } from '../matches.ts'

// 共12个…（甲5个、乙7个） and 共12人，其中男5人，女7人：one unit throughout, whole numbers.
const SUM = /[共计][^，。；、\d]{0,8}(\d{1,6})([个件条项名人户家所座处次起份宗])[^（()）。；\d]{0,12}[（(]([^（()）]{4,120})[）)]/gu
const SHARE = /(\d{1,7})([个件条项名人户家所座处次起份宗])[^。；\d]{0,12}占(?:总数|总量|全部|总人数|总件数|全县总数|全市总数)的?(\d{1,3}(?:\.\d{1,2})?)[%％]/gu
const TOTAL = /(?:共|总计|共计|合计)[^\d。；]{0,8}(\d{1,7})([个件条项名人户家所座处次起份宗])/u

/** Parts that do not add up to the total said, and shares that are not what the numbers give. */
export const totals: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(SUM, text)) {
    const [whole, said, unit, inner] = match as unknown as [string, string, string, string]
    if (/其中|含|约|余|多|以上|重复|兼/.test(inner)) continue
    const parts = inner.split(/[，、；,;]/)
    const numbers = parts.map((part) => new RegExp(`^[^\\d]{1,12}(\\d{1,6})${unit}$`, 'u').exec(part.trim())?.[1])
    if (parts.length < 2 || numbers.some((number) => number === undefined)) continue
    const sum = numbers.reduce((total, number) => total + Number(number), 0)
    if (sum === Number(said)) continue
    hits.push({ start: match.index, end: match.index + whole.length, right: null, params: { sum, said } })
  }
  for (const match of matches(SHARE, text)) {
    const [whole, count, unit, percent] = match as unknown as [string, string, string, string]
    const before = TOTAL.exec(text.slice(Math.max(0, match.index - 80), match.index))
    if (!before || before[2] !== unit || Number(before[1]) === 0 || Number(before[1]) < Number(count)) continue
    const real = Number(count) / Number(before[1]) * 100
    if (Math.abs(real - Number(percent)) <= 1) continue
    hits.push({ start: match.index, end: match.index + whole.length, right: null, params: { sum: `${real.toFixed(1)}%`, said: `${percent}%` } })
  }
  return hits
}
