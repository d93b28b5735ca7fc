import { NO_TEXTS } from '../unit/locale-keys.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { t } from '../../utils/locale.ts'
import './kit.tsx'
import { TEXTS } from './texts.ts'

const ROOT = 'components'
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))

const KEY = new RegExp(`['\`]((?:${Object.keys(TEXTS.en).join('|')})\\.[\\w./-]+)['\`]`, 'g')

test.each(sources)('$name has a text for every key, and no text of its own', ({ text }) => {
  // A field of an issue (`recheck.says`) is no text.
  for (const [, key = ''] of text.matchAll(KEY)) if (!NO_TEXTS.includes(key)) expect([key, t(key)]).not.toEqual([key, key])
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  expect(code.match(/[\u4e00-\u9fff]/)).toBeNull()
  // words between tags; a single sign such as ✕ is none
  expect([...code.matchAll(/<(?:p|span|b|button|h\d|li|td|th|a|label|summary|option)\b[^<>{}]*>\s*([A-Za-z]{2}[^<>{}]*)</g)].map(([, words]) => words)).toEqual([])
})
