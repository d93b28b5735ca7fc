import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import en from '../../../assets/locales/en/lists.json' with { type: 'json' }
import zh from '../../../assets/locales/zh-CN/lists.json' with { type: 'json' }
import { severityWord, statusWord, typeWords } from '../../../utils/lists/words.ts'
import { SEVERITIES } from '../../../utils/types/finding.ts'
import { STATUSES } from '../../../utils/types/issue.ts'

/** Every path of a file of texts, with the placeholders of its text. */
function paths(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${before}${name} ${(text.match(/\{\w+\}/g) ?? []).sort().join('')}`] : paths(text as object, `${before}${name}.`),
  )
}

test('both languages have the same texts with the same places to fill', () => {
  expect(paths(en).sort()).toEqual(paths(zh).sort())
})

describe('the type of a problem', () => {
  test.each([
    ['freshness/column-overdue', '更新不及时', '栏目逾期未更新'],
    ['structure/blank-column', '空白栏目', '空白栏目'],
    ['links/dead', '链接异常', '死链'],
    ['wording/protected/state', '文字表述', '规范名称或固定表述有误'],
    ['wording/privacy/id-number', '个人信息', '个人信息泄露'],
    ['wording/some-pack/of-an-office', '文字表述', '疑似错误表述'],
    ['tags/of-a-new-kind', '页面标签', '页面标签不规范'],
    ['manual/not-known', '其他', '其他'],
    ['nobody/knows', '其他', '其他'],
    ['', '其他', '其他'],
    ['constructor/toString', '其他', '其他'],
  ])('%s: %s, %s', (check, group, kind) => {
    expect(typeWords(check)).toEqual({ group, kind })
  })
})

test('every check of the checks room and every pack of rules has words of its own', () => {
  const folder = (path: string) => fileURLToPath(new URL(`../../../${path}/`, import.meta.url))
  const read = (path: string, ending: string) => readdirSync(folder(path)).filter((name) => name.endsWith(ending)).map((name) => readFileSync(folder(path) + name, 'utf8'))
  const ids = read('utils/checks', '.ts').flatMap((code) => [...code.matchAll(/'((?:freshness|structure|links|tags|footer|letters|guide|policy)\/[a-z-]+)'/g)].map((found) => found[1] ?? ''))
  // `links/static` is the name of a check whose findings are `links/empty`, `links/wrong` and others.
  const packs = read('assets/packs', '.json').map((pack) => `wording/${JSON.parse(pack).id}`)
  expect(ids.length).toBeGreaterThan(20)
  expect(packs.length).toBeGreaterThan(4)
  expect([...new Set([...ids, ...packs])].filter((id) => id !== 'links/static' && !Object.hasOwn(zh.kinds, id))).toEqual([])
})

test('every severity and status has its word', () => {
  expect(SEVERITIES.map(severityWord)).toEqual(['严重', '一般', '轻微', '存疑'])
  expect(STATUSES.map(statusWord)).toEqual(['待整改', '已整改', '已销号', '误报', '存疑', '无需整改'])
})
