import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import en from '../../../assets/locales/en/roster.json' with { type: 'json' }
import zh from '../../../assets/locales/zh-CN/roster.json' with { type: 'json' }

/** Every path of a file of texts, with the placeholders of its text. */
function paths(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${before}${name} ${(text.match(/\{\w+\}/g) ?? []).sort().join('')}`] : paths(text as object, `${before}${name}.`),
  )
}

test('both languages have the same texts with the same places to fill', () => {
  expect(paths(en).sort()).toEqual(paths(zh).sort())
})

test('every problem and refusal that the code names has its sentence, and the other way round', () => {
  const room = fileURLToPath(new URL('../../../utils/roster/', import.meta.url))
  const code = readdirSync(room).map((name) => readFileSync(`${room}${name}`, 'utf8')).join('\n')
  const named = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map((found) => found[1]))].sort()
  expect(named(/(?:complain(?:Of\([\w.]+\))?\(|report\([\w.]+, |problem\.)'?([a-z]+(?:-[a-z]+)*)'?/g)).toEqual(Object.keys(zh.problem).sort())
  expect(named(/new RosterRefused\('([a-z-]+)'/g)).toEqual(Object.keys(zh.refused).sort())
})
