import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Texts } from '../../utils/locale.ts'
import { sourcesOf, withoutComments } from './source.ts'
import { DYNAMIC, NO_TEXTS, STRAIGHT } from './locale-keys.ts'

const FILES = readdirSync('assets/locales/zh-CN').map((name) => name.replace('.json', ''))
const texts = (language: string) => new Map(FILES.flatMap((file) => flat(JSON.parse(readFileSync(`assets/locales/${language}/${file}.json`, 'utf8')) as Texts, file)))
const zh = texts('zh-CN')
const en = texts('en')

const code = sourcesOf('entrypoints', 'components', 'utils').map(({ text }) => withoutComments(text)).join('\n')
const START = `(?:${FILES.join('|')})\\.`
const named = new Set([...code.matchAll(new RegExp(`['\`](${START}[\\w./-]+)['\`]`, 'g'))].map(([, key]) => key!).filter((key) => !NO_TEXTS.includes(key)))
const templates = new Set([...code.matchAll(new RegExp(`\`(${START}[^\`]*\\$\\{[^\`]*)\``, 'g'))].map(([, template]) => shapeOf(template!)))

describe('the two languages', () => {
  test('have the same files', () => expect(readdirSync('assets/locales/en')).toEqual(readdirSync('assets/locales/zh-CN')))

  test('have the same keys', () => expect([...en.keys()].sort()).toEqual([...zh.keys()].sort()))

  test('have the same placeholders', () => {
    const placeholders = (text = '') => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
    expect([...zh].filter(([key, text]) => placeholders(text).join() !== placeholders(en.get(key)).join()).map(([key]) => key)).toEqual([])
  })

  test('leave no text empty', () => expect([...zh, ...en].filter(([, text]) => !text.trim()).map(([key]) => key)).toEqual([]))

  test('Chinese quotes as GB/T 15834 does, not in corner brackets', () => {
    expect([...zh].filter(([, text]) => /[「」『』]/.test(text)).map(([key]) => key)).toEqual([])
  })

  test('Chinese stands in Chinese and nowhere else', () => {
    // Names of languages and of documents stand in their own.
    const han = /\p{Script=Han}/u
    expect([...en].filter(([key, text]) => han.test(text) && !/^ledger\.language\.|^lists\.|\.basis$/.test(key)).map(([key]) => key)).toEqual([])
  })
})

describe('keys in the program', () => {
  test('every one that is written out has a text', () => expect([...named].filter((key) => !zh.has(key))).toEqual([]))

  test('every one that is put together is accounted for', () => expect([...templates].filter((shape) => !DYNAMIC.some(({ from }) => from === shape))).toEqual([]))

  test.each(DYNAMIC)('$from', ({ from, keys }) => {
    expect(templates).toContain(from)
    expect([...zh.keys()].filter((key) => keys.test(key))).not.toEqual([])
  })
})

test('no text is unused', () => {
  const used = (key: string) => named.has(key) || DYNAMIC.some(({ keys }) => keys.test(key)) || STRAIGHT.some(({ prefix }) => key.startsWith(prefix))
  expect([...zh.keys()].filter((key) => !used(key))).toEqual([])
})

test.each(STRAIGHT)('$prefix has texts', ({ prefix }) => {
  expect([...zh.keys()].some((key) => key.startsWith(prefix))).toBe(true)
})

function flat(texts: Texts, path: string): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [[`${path}.${name}`, text] as [string, string]] : flat(text, `${path}.${name}`)))
}

/** The template with what is put in left out: `common.scope.{}`. */
function shapeOf(template: string): string {
  return template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}')
}
