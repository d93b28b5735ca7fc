import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHECKS, checkPage } from '../../../utils/checks/index.ts'
import { finding } from '../../../utils/checks/finding.ts'
import { addTexts, setLanguage, t } from '../../../utils/locale.ts'
import { contextOf, pageOf } from './readings.ts'

const texts = (language: string, file: string) => JSON.parse(readFileSync(new URL(`../../../assets/locales/${language}/${file}.json`, import.meta.url), 'utf8')) as Record<string, string>
const keysOf = (node: unknown, path = ''): string[] => (typeof node === 'string' ? [`${path} ${[...node.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort().join()}`] : Object.entries(node as object).flatMap(([k, v]) => keysOf(v, `${path}.${k}`)))

describe('every check', () => {
  test('has an id of its own', () => {
    expect(new Set(CHECKS.map((c) => c.id)).size).toBe(CHECKS.length)
    for (const { id } of CHECKS) expect(id).toMatch(/^[a-z]+\/[a-z-]+$|^wording$/)
  })

  test('that throws is named, and the others go on', () => {
    const one = { id: 'x/breaks', run: () => { throw new Error('boom') } }
    const two = { id: 'x/finds', run: () => [finding({ check: 'x/finds', indicator: null, severity: 'minor', evidence: '', confidence: 1 })] }
    expect(checkPage(pageOf(), contextOf(), [one, two])).toMatchObject({
      findings: [{ check: 'x/finds' }],
      gaps: [{ key: 'checks.failed', params: { check: 'x/breaks', reason: 'boom' } }],
    })
  })
})

describe('sentences', () => {
  test.each(['checks', 'reading', 'indicators'])('%s: both languages have the same keys with the same parameters', (file) => {
    expect(keysOf(texts('en', file))).toEqual(keysOf(texts('zh-CN', file)))
  })

  test('each finding can be said, with every parameter filled', () => {
    const language = (name: 'zh-CN' | 'en') => ({ checks: texts(name, 'checks') }) as never
    addTexts({ 'zh-CN': language('zh-CN'), en: language('en') })
    setLanguage('zh')
    const findings = checkPage(pageOf({ kind: 'home', tags: {}, publication: null }), contextOf()).findings
    expect(findings.length).toBeGreaterThan(0)
    for (const { says, basis, suggestion } of findings) {
      for (const phrase of [says, basis, suggestion]) {
        if (!phrase) continue
        const sentence = t(phrase.key, phrase.params)
        expect(sentence).not.toBe(phrase.key)
        expect(sentence).not.toMatch(/\{\w+\}/)
      }
    }
  })
})

test('ids are stable and tell places apart', () => {
  const draft = { check: 'letters/late', indicator: null, severity: 'minor', evidence: '', confidence: 1 } as const
  expect(finding(draft).id).toBe('letters/late')
  expect(finding({ ...draft, place: '甲' }).id).toBe(finding({ ...draft, place: '甲' }).id)
  expect(finding({ ...draft, place: '甲' }).id).not.toBe(finding({ ...draft, place: '乙' }).id)
})
