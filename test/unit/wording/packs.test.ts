import { describe, expect, test } from 'vitest'
import { PACKS } from '../../../assets/packs/index.ts'
import { createWordingChecker, loadPacks, type About } from '../../../utils/wording/index.ts'
import type { Fixture, Pack, Rule } from '../../../utils/wording/packs.ts'

const { packs, broken } = loadPacks(PACKS)

/** Runs one rule alone on a fixture; paragraphs are parted by an empty line. */
function hitsOf(pack: Pack, rule: Rule, fixture: Fixture) {
  const given = typeof fixture === 'string' ? { text: fixture } : fixture
  const about = { pageDay: given.day ?? '2026-11-01', kind: given.kind ?? 'article', role: given.role ?? 'body' } as About
  const checker = createWordingChecker([{ ...pack, rules: [{ ...rule, on: true }] }], { ownNames: given.names })
  const paragraphs = given.text.split('\n\n').map((text, id) => ({ id, text, role: about.role }))
  const blocks = given.table ? cells(given.text) : paragraphs
  const hits = [...checker.check(given.text, about), ...[...checker.checkPage(blocks, about).values()].flat()]
  return given.quote === undefined ? hits : hits.filter(({ quote }) => quote === given.quote)
}

/** Each cell is a block, as the readers give it. */
function cells(text: string) {
  return text.split('\n').flatMap((row, r) => row.split('|').map((cell, c) => ({
    id: r * 100 + c, text: cell, role: 'body' as const, selector: `#zoom>table:nth-child(2)>tbody:nth-child(1)>tr:nth-child(${r + 1})>td:nth-child(${c + 1})`,
  })))
}

test('every shipped rule is sound', () => {
  expect(broken).toEqual([])
  expect(packs.length).toBe(PACKS.length)
})

// What the model finds is tested with the model: model.test.ts.
const byRules = packs.map((pack) => ({ ...pack, rules: pack.rules.filter(({ kind }) => kind !== 'model') })).filter(({ rules }) => rules.length > 0)

describe.each(byRules)('$id', (pack) => {
  test('has a version and a day', () => {
    expect(pack.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(pack.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  describe.each(pack.rules)('$id', (rule) => {
    test.each(rule.fixtures.hit)('hits %j', (fixture) => {
      const hits = hitsOf(pack, rule, fixture)
      expect(hits.length).toBeGreaterThan(0)
      for (const { says, basis, confidence } of hits) {
        expect(says).not.toMatch(/\{(?:quote|right|real|sum|said|count|before|number)\}/)
        expect(basis).not.toBe('')
        expect(confidence).toBeGreaterThan(0)
      }
    })
    test.each(rule.fixtures.miss)('leaves %j alone', (fixture) => {
      expect(hitsOf(pack, rule, fixture)).toEqual([])
    })
  })
})

describe('phrase entries', () => {
  const rules = packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule }))).filter(({ rule }) => rule.kind === 'phrase')
  test.each(rules)('$rule.id: every entry is found, and its correction is not', ({ pack, rule }) => {
    if (rule.kind !== 'phrase') throw new Error('not a phrase rule')
    for (const entry of rule.entries) {
      const own = Array.isArray(entry) ? { wrong: entry[0], right: entry[1] } : entry
      const around = (words: string) => `${rule.after?.[0] ?? ''}，${words}。`
      expect(hitsOf(pack, rule, around(own.wrong)).map(({ quote }) => quote).join(), own.wrong).toContain(own.wrong)
      if (own.right) expect(hitsOf(pack, rule, around(own.right)), own.right).toEqual([])
    }
  })
})
