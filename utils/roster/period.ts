const DIGITS: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 半: 0.5 }
const NUMBER = '(\\d{1,4}(?:\\.0+)?|[一二两三四五六七八九十半]{1,3})'
/** Calendar days; a half year and a year as the national rules count them. */
const UNIT_DAYS: readonly [RegExp, number][] = [
  [/^(?:自然日|日历日|天|日)$/, 1], [/^(?:周|星期|礼拜)$/, 7], [/^月$/, 30.5], [/^(?:季度|季)$/, 91.5], [/^(?:年|年度)$/, 365],
]
const UNIT = '(个?工作日|个?自然日|日历日|天|日|周|个?星期|礼拜|个?月|个?季度|季|年度|年)'
const ALONE = /^(\d{1,4})(?:\.0+)?$/
const WITHIN = new RegExp(`${NUMBER}\\s*${UNIT}`)
const EVERY = new RegExp(`每${NUMBER}?(?:个)?(半)?(工作日|自然日|天|日|周|星期|礼拜|月|季度|季|年度|年)`)
/** Words that set no number: then the class's deadline holds. */
const NO_NUMBER = /及时|实时|随时|适时|动态|按需|按要求|按规定|变更|变化|长期|不定期|定期|有则|如有|产生|形成|公布后|发布后|视情况|静态|无需|即时/
const MOST = 3650

/**
 * The deadline in calendar days that the words of a table mean: `14`, `14天`, `两周`, 每周更新不少于1条, 每半年, 20个工作日.
 * Working days are counted with their weekends. Null: no number is meant (及时更新); `unknown`: the words say nothing known.
 */
export function daysOfWords(text: string): number | null | 'unknown' {
  const words = text.normalize('NFKC').replace(/\s/g, '')
  if (!words) return null
  const alone = ALONE.exec(words)
  if (alone) return inRange(Number(alone[1]))
  const every = EVERY.exec(words)
  if (every) return inRange(daysFor(numberOf(every[1] ?? (every[2] ? '半' : '一')), every[3]!))
  if (/半年/.test(words)) return 183
  const within = WITHIN.exec(words)
  if (within) return inRange(daysFor(numberOf(within[1]!), within[2]!.replace(/^个/, '')))
  return NO_NUMBER.test(words) ? null : 'unknown'
}

function daysFor(number: number, unit: string): number {
  if (unit === '工作日') return number + 2 * Math.ceil(number / 5)
  const days = UNIT_DAYS.find(([pattern]) => pattern.test(unit))?.[1] ?? NaN
  return Math.ceil(number * days)
}

function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text)
  const at = text.indexOf('十')
  if (at < 0) return DIGITS[text] ?? NaN
  return (at === 0 ? 1 : (DIGITS[text[0]!] ?? NaN)) * 10 + (at === text.length - 1 ? 0 : (DIGITS[text[at + 1]!] ?? NaN))
}

function inRange(days: number): number | 'unknown' {
  return Number.isInteger(days) && days >= 1 && days <= MOST ? days : 'unknown'
}
