import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipTo, widthOf, wrap } from '../../../utils/drawing/letters.ts'

const TEXT = fc.oneof(fc.string(), fc.array(fc.constantFrom('青', '禾', '县', ' ', 'W', 'i', '/', '?', '=', '1', '。', '😀'), { maxLength: 80 }).map((all) => all.join('')))

describe('wrap', () => {
  test.each([
    ['青禾县人民政府', 10, 40, ['青禾县人', '民政府']],
    ['网址：https://www.qinghe.gov.cn/a', 10, 300, ['网址：https://www.qinghe.gov.cn/a']],
    ['one two three', 10, 60, ['one two', 'three']],
    ['', 10, 100, []],
    ['   ', 10, 100, []],
    ['a\nb', 10, 100, ['a b']],
  ])('%s', (text, size, width, lines) => expect(wrap(text, size, width)).toEqual(lines))

  test('no line is wider than its room, no character is lost', () => {
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 8, max: 40 }), fc.integer({ min: 60, max: 900 }), (text, size, width) => {
        const lines = wrap(text, size, width)
        expect(lines.filter((line) => widthOf(line, size) > width)).toEqual([])
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

describe('clipTo', () => {
  test('what has room stays; what is cut says so and has room', () => {
    expect(clipTo('12 错别字', 20, 200)).toBe('12 错别字')
    expect(clipTo('错别字错别字', 20, 70)).toBe('错别…')
    expect(clipTo('错', 20, 10)).toBe('')
    fc.assert(
      fc.property(TEXT, fc.integer({ min: 1, max: 400 }), (text, width) => {
        expect(widthOf(clipTo(text, 16, width), 16)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
