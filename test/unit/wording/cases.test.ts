import { describe, expect, test } from 'vitest'
import { PACKS } from '../../../assets/packs/index.ts'
import type { PageKind, TextBlock } from '../../../utils/types/reading.ts'
import { createWordingChecker, loadPacks } from '../../../utils/wording/index.ts'
import { CASES, type Case } from './cases.ts'

const { packs, broken } = loadPacks(PACKS)
const checker = createWordingChecker(packs)

/** What text and page rules say of a text that is a page by itself. */
function rulesOf(entry: Case): string[] {
  const { text, day = '2026-11-20', role = 'body' } = typeof entry === 'string' ? { text: entry } : entry
  const about = { pageDay: day, kind: 'article' as PageKind }
  const block = { id: 0, text, role: role as TextBlock['role'] }
  return [...checker.check(text, { ...about, role: block.role }), ...checker.checkPage([block], about).get(0) ?? []].map(({ rule }) => rule)
}
const textOf = (entry: Case): string => typeof entry === 'string' ? entry : entry.text

test('no rule of the shipped packs is broken', () => {
  expect(broken).toEqual([])
})

describe.each(CASES)('$kind', ({ rules, hit, miss }) => {
  test.each(hit.map((entry) => [textOf(entry), entry] as const))('told: %s', (_, entry) => {
    expect(rulesOf(entry).filter((rule) => rules.some((begin) => rule.startsWith(begin)))).not.toEqual([])
  })
  test.each(miss.map((entry) => [textOf(entry), entry] as const))('left alone: %s', (_, entry) => {
    expect(rulesOf(entry)).toEqual([])
  })
})
