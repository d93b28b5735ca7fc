import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textHeight, textWidth } from '../../../../utils/lists/sheet/text-height.ts'

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u2014\u2018-\u201D\u2026\u00B7]|[\u{20000}-\u{3FFFF}]/u

test('Han characters and full-width signs are two wide, all others one, half characters too', () => {
  const signs = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('青禾县', '𠀀', '𠀀a', '😀', '\uD840', '\uDC00', '\uD83D题', '《a》', '—…'))
  fc.assert(
    fc.property(fc.array(signs), (parts) => {
      const text = parts.join('')
      expect(textWidth(text)).toBe([...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0))
    }),
  )
})

test.each<[string, string, number, number]>([
  ['one line', '青禾县', 10, 14.5],
  ['wrapped', '青禾县政府', 6, 29],
  ['its own breaks', 'a\n\nb', 10, 43.5],
])('%s', (_, text, width, height) => {
  expect(textHeight(text, width)).toBe(height)
})
