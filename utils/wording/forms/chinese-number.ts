const DIGITS = '零一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** Characters that `chineseNumber` reads, for patterns. */
export const NUMERALS = '〇零一二两三四五六七八九十百千万'

/** 一 … 九千九百九十九万 as a number (二〇 and the like are no numbers here), or null. */
export function chineseNumber(text: string): number | null {
  const [high, low, more] = text.split('万')
  if (more !== undefined || high === undefined || (low !== undefined && high === '')) return null
  if (low === undefined) return belowTenThousand(high)
  const [ten, one] = [belowTenThousand(high), low === '' ? 0 : belowTenThousand(low.replace(/^零/u, ''))]
  return ten === null || one === null ? null : ten * 10_000 + one
}

function belowTenThousand(text: string): number | null {
  let total = 0
  let digit: number | null = null
  let unit = 10_000
  for (let i = 0; i < text.length; i++) {
    const char = text[i] === '两' ? '二' : text[i]!
    const value = DIGITS.indexOf(char)
    if (value === 0) {
      if (digit !== null || i === 0 || i === text.length - 1) return null
    } else if (value > 0) {
      if (digit !== null) return null
      digit = value
    } else {
      const next = UNITS[char]
      if (next === undefined || next >= unit || (digit === null && (char !== '十' || i > 0))) return null
      unit = next
      total += (digit ?? 1) * next
      digit = null
    }
  }
  return text === '' ? null : total + (digit ?? 0)
}
