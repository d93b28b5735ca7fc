import { beforeAll, expect, test } from 'vitest'
import pictures from '../../../assets/locales/zh-CN/pictures.json' with { type: 'json' }
import { newIssueOf } from '../../../utils/app/draft.ts'
import { addTexts } from '../../../utils/locale.ts'
import type { Finding } from '../../../utils/types/finding.ts'
import type { RecordDraft } from '../../../utils/types/record.ts'

const finding = (says: Finding['says'], more?: Finding['more']): Finding => ({
  id: 'f', check: 'x/y/z', indicator: null, severity: 'general', says, basis: { key: 'pictures.frame' }, suggestion: null, evidence: '截止目前', anchor: null, confidence: 1, ...(more ? { more } : {}),
})

function descriptionOf(found: Finding): string {
  const draft = { finding: found, severity: 'general', anchor: null, context: '', page: { url: 'http://www.qinghe.gov.cn/a.html', title: '一图读懂', kind: 'article', parentUrl: null, publishedOn: null, siteName: null, siteIdCode: null, columnName: null } } as unknown as RecordDraft
  const belonging = { unit: null, site: null, column: null } as never
  return newIssueOf({ issueId: '01', target: { kind: 'page' }, draft, belonging, today: '2026-11-22', workingDays: { serious: 1, general: 3, minor: 5 } as never, isWorking: () => true }).description
}

beforeAll(() => addTexts({ 'zh-CN': { pictures }, en: {} }))

test.each([
  ['what is said alone', finding({ key: 'pictures.frame' }), '框选的画面'],
  ['more to it, after a semicolon', finding({ key: 'pictures.frame' }, { key: 'pictures.where-screen' }), '框选的画面；图中文字，在屏幕上所见的画面里'],
  ['a sentence that has ended takes none', finding({ key: 'pictures.line.unread', params: { count: 2 } }, { key: 'pictures.where-screen' }), '正文有 2 张大图，图里的字还没有检查。图中文字，在屏幕上所见的画面里'],
])('%s', (_, found, expected) => {
  expect(descriptionOf(found)).toBe(expected)
})
