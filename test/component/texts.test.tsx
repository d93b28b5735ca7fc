import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { t } from '../../utils/locale.ts'
import type { Texts } from '../../utils/locale.ts'
import './kit.tsx'
import { TEXTS } from './texts.ts'

const ROOT = 'components'
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))

function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) => (typeof value === 'string' ? [prefix + name] : keysOf(value, `${prefix}${name}.`)))
}

const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(['common', 'popup', 'ledger', 'marks', 'indicators', 'selfcheck', 'overview', 'readinglog', 'rounds', 'words'] as const)('%s', (file) => {
  const { 'zh-CN': zh, en } = TEXTS

  test('both languages have the same texts with the same parameters', () => {
    expect(keysOf(en[file]).sort()).toEqual(keysOf(zh[file]).sort())
    const at = (texts: Texts, key: string) => key.split('.').reduce<Texts | string | undefined>((here, name) => (typeof here === 'object' ? here[name] : undefined), texts)
    for (const key of keysOf(zh[file])) expect([key, params(String(at(en[file], key)))]).toEqual([key, params(String(at(zh[file], key)))])
  })
})

test.each(sources)('$name has a text for every key, and no text of its own', ({ text }) => {
  for (const [, key = ''] of text.matchAll(/['`]((?:common|popup|ledger|marks|indicators|selfcheck|overview|readinglog|rounds|roster)\.[\w./-]+)['`]/g)) expect([key, t(key)]).not.toEqual([key, key])
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  expect(code.match(/[\u4e00-\u9fff]/)).toBeNull()
  // words between tags; a single sign such as ✕ is none
  expect([...code.matchAll(/<(?:p|span|b|button|h\d|li|td|th|a|label|summary|option)\b[^<>{}]*>\s*([A-Za-z]{2}[^<>{}]*)</g)].map(([, words]) => words)).toEqual([])
})
