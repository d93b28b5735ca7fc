import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '../../../../utils/app/pictures/paragraphs.ts'
import { lineOf } from './lines.ts'

const texts = (...lines: ReturnType<typeof lineOf>[]) => paragraphsOf(lines).map(({ text }) => text)

describe('lines that belong together are one text', () => {
  test.each([
    ['a word that the line cuts in two', ['    全县已有九个乡镇实现城乡供'.trim(), '水一体化，受益群众很多。'], 1],
    ['a sentence that ended', ['供水单位每季度公布检测结果。', '计划停水应当提前告知用户，'], 2],
    ['numbered items', ['一、便利企业开办推行并联办理', '二、降低经营成本落实优惠政策'], 2],
    ['items with figures in brackets', ['推行企业登记一次申请并联办理', '（2）落实各项税费优惠政策'], 2],
    ['a short line ends its paragraph', ['制定背景', '近年来全县农村供水工程建设加快推进'], 2],
  ])('%s', (_, lines, count) => {
    expect(texts(...lines.map((line, at) => lineOf(line, { y: at * 30 })))).toHaveLength(count)
  })

  test('not across a gap, another size, an indentation, or side by side', () => {
    const above = lineOf('近年来全县农村供水工程建设', { y: 0 })
    expect(texts(above, lineOf('加快推进成效', { y: 80 }))).toHaveLength(2)
    expect(texts(above, lineOf('加快推进成效', { y: 28, size: 12 }))).toHaveLength(2)
    expect(texts(above, lineOf('加快推进成效', { y: 28, x: 40 }))).toHaveLength(2)
    expect(texts(above, lineOf('加快推进成效', { y: 2, x: 300 }))).toHaveLength(2)
    expect(texts(above, lineOf('加快推进成效', { y: 28 }))).toHaveLength(1)
  })

  test('Latin words keep their space', () => {
    expect(texts(lineOf('Windows 10 and', { y: 0 }), lineOf('Office', { y: 28 }))).toEqual(['Windows 10 and Office'])
  })
})

test('every unit of the text leads back to its character', () => {
  const text = fc.string({ unit: fc.constantFrom('水', '管', '𠮷', 'a', '1', '，', '。'), minLength: 1, maxLength: 12 })
  fc.assert(fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
    for (const { text, chars } of paragraphsOf(lines.map((line, at) => lineOf(line, { y: at * 28 })))) {
      expect(chars).toHaveLength(text.length)
      let at = 0
      while (at < text.length) {
        const char = chars[at]
        expect(char === null ? text[at] : text.slice(at, at + char!.text.length)).toBe(char === null ? ' ' : char!.text)
        at += char?.text.length ?? 1
      }
    }
  }))
})
