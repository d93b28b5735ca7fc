import { describe, expect, test } from 'vitest'
import { lineOf } from '../../../utils/ocr/lines.ts'
import { mended } from '../../../utils/ocr/mend.ts'
import type { OcrChar } from '../../../utils/types/ocr.ts'

/** A line as the recogniser gives it: Han 20 px wide, the rest as said or 10. */
function charsOf(text: string, widths: Record<string, number> = {}): OcrChar[] {
  let x = 0
  return [...text].map((one) => {
    const width = widths[one] ?? (/\p{Script=Han}/u.test(one) ? 20 : 10)
    const box = { x, y: 0, width: width - 2, height: 20 }
    x += width
    return { text: one, confidence: 95, box }
  })
}

const mend = (text: string, widths?: Record<string, number>) => mended(charsOf(text, widths)).map((char) => char.text).join('')

describe('signs', () => {
  test.each([
    ['问:哪些人可以申请?答:均可', '问：哪些人可以申请？答：均可'],
    ['开放时间为9:00至17:30', '开放时间为9:00至17:30'],
    ['共计1,200元,其中', '共计1,200元，其中'],
    ['增长11.8%;', '增长11.8%；'],
    ['颗粒物(PM2.5)平均', '颗粒物（PM2.5）平均'],
    ['电话(0539)662', '电话（0539）662'],
    ['see (a) and: b', 'see (a) and: b'],
    ['政策解读|灵活就业', '政策解读｜灵活就业'],
    ['推行"一窗受理"改革', '推行“一窗受理”改革'],
    ['依法办理.', '依法办理。'],
    ['1.为了规范', '1.为了规范'],
    ['自9:00一17:30', '自9:00—17:30'],
  ])('%s → %s', (read, right) => expect(mend(read)).toBe(right))
})

describe('digits', () => {
  test.each([
    ['2O26年', '2026年'],
    ['12月2l日', '12月21日'],
    ['6月]5日', '6月15日'],
    ['了.1%', '7.1%'],
    ['1〇0分', '100分'],
    ['青政发[2026]6号', '青政发[2026]6号'],
  ])('%s → %s', (read, right) => expect(mend(read, { 了: 9 })).toBe(right))

  test('a broad 了 before a number is a word', () => expect(mend('完成了12项')).toBe('完成了12项'))
  test('一 between Han is one', () => expect(mend('同一一类')).toBe('同一一类'))
})

describe('percent signs', () => {
  test.each([
    ['占69.5%0。', 6, '占69.5%。'],
    ['占48.9o%的', 6, '占48.9%的'],
    ['占1.9%，', 18, '占1.9%，'],
    ['占90%的', 18, '占90%的'],
  ])('%s (%d px wide) → %s', (read, width, right) => expect(mend(read, { '%': width })).toBe(right))
})

describe('a line', () => {
  test('keeps spaces between Latin words alone, and its text is its characters', () => {
    const line = lineOf([charsOf('青禾'), charsOf('县'), charsOf('WPS'), charsOf('Office'), charsOf('版')])!
    expect(line.text).toBe('青禾县WPS Office版')
    expect(line.chars.map(({ text }) => text).join('')).toBe(line.text)
  })

  test('of nothing is none', () => expect(lineOf([[], []])).toBe(null))
})
