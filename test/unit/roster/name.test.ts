import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName } from '../../../utils/roster/name.ts'

test.each([
  ['青禾县教育和体育局', '青禾县教育和体育局'],
  [' 青禾县 教体局\u200b', '青禾县教体局'],
  ['ＱＨ教体局（本级）', 'qh教体局(本级)'],
  ['\uf9dc', '隆'],
])('%j → %s', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

test('a name that needs no folding is what it would be folded to', () => {
  // with a space in it a name is never taken as it is
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 4 }), (name) => void expect(foldName(name)).toBe(foldName(`${name} `))), { numRuns: 2000 })
  fc.assert(fc.property(fc.integer({ min: 0x4e00, max: 0x9fff }), (code) => void expect(foldName(String.fromCharCode(code))).toBe(foldName(` ${String.fromCharCode(code)}`))), { numRuns: 2000 })
})
