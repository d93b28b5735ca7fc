import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PACKS } from '../../../assets/packs/index.ts'
import type { Suspicion } from '../../../utils/types/wording.ts'
import { createWordingChecker, loadPacks } from '../../../utils/wording/index.ts'
import { createModelChecker, loadModel } from '../../../utils/wording/model/index.ts'
import { countyManifest } from '../../sites/manifest.ts'
import { createCountyServer, type CountyServer } from '../../sites/server.ts'
import { ask, words } from '../sites/county.ts'

const TODAY = '2026-11-20'
const OWN = ['青禾县人民政府']
const { packs } = loadPacks(PACKS)
const rules = createWordingChecker(packs, { ownNames: OWN })
const model = loadModel(readFileSync(new URL('../../../assets/model/wording.bin', import.meta.url)))
const notices = readFileSync(new URL('clean-notices.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '')
const paragraphs = new Set(notices)
let county: CountyServer

// The demonstration county with its faults mended is invented and correct too.
beforeAll(async () => {
  county = await createCountyServer({ today: TODAY })
  county.mend(true)
  for (const url of countyManifest(TODAY, true).allPages) {
    const { text } = await ask(county.port, url)
    for (const line of words(text).split('\n')) if (line.trim().length >= 12 && /[。；：，]/.test(line)) paragraphs.add(line.trim())
  }
}, 60_000)
afterAll(() => county.close())

const told = (text: string, hits: readonly Suspicion[]): string[] => hits.map(({ rule, quote, suggestion }) => `${rule}: ${quote} → ${suggestion ?? ''} in ${text}`)
const blocks = () => [...paragraphs].map((text, id) => ({ id, text, role: 'body' as const }))

test('there are at least 20,000 characters of it', () => {
  expect([...paragraphs].join('').length).toBeGreaterThan(20_000)
})

describe('on correct text', () => {
  test('no rule raises an alarm', () => {
    const about = { pageDay: TODAY, kind: 'article', role: 'body' } as const
    expect([...paragraphs].flatMap((text) => told(text, rules.check(text, about)))).toEqual([])
  })
  test('the rules of a whole page raise none on the notices', () => {
    const page = notices.map((text, id) => ({ id, text, role: 'body' as const }))
    expect([...rules.checkPage(page, { pageDay: TODAY, kind: 'article' })].flatMap(([id, hits]) => told(page[id]!.text, hits))).toEqual([])
  })
  test.each([['strict', 0], ['balanced', 1], ['full', 10]] as const)('at level %s the model raises at most %i', (level, most) => {
    const checker = createModelChecker(model, packs, { level, ownNames: OWN })
    const alarms = blocks().flatMap(({ text }) => told(text, checker.suspects(text)))
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(most)
  })
})
