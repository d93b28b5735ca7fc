import { beforeAll, expect, test } from 'vitest'
import app from '../../../assets/locales/zh-CN/app.json' with { type: 'json' }
import { saysOfRecorded } from '../../../utils/app/recorded-says.ts'
import { addTexts, say, setLanguage } from '../../../utils/locale.ts'
import type { Recorded } from '../../../utils/types/record.ts'

beforeAll(() => {
  addTexts({ 'zh-CN': { app }, en: {} })
  setLanguage('zh-CN')
})

const recorded = (change: Partial<Recorded>): Recorded => ({ issueId: '01', number: 7, duplicateOf: null, shot: 'taken', ...change })

test.each<[string, Partial<Recorded>, string]>([
  ['with its picture', {}, '已记录 第 7 号'],
  ['a note on the picture', { notes: [{ key: 'app.undo' }] }, '已记录 第 7 号。撤销'],
  ['a second of the same, with its picture', { duplicateOf: 2 }, '已记录 第 7 号，疑似与第 2 号重复'],
  ['found again', { rebounds: 1 }, '第 7 号已销号的问题又出现了，已重新打开，记为反弹（第 1 次），原有记录都在'],
])('%s', (_, change, says) => expect(say(saysOfRecorded(recorded(change)))).toBe(says))

const WITHOUT = ['permission', 'restricted', 'full', 'missed'] as const
const OTHERWISE: [string, Partial<Recorded>][] = [['first', {}], ['twin', { duplicateOf: 2 }], ['found again', { rebounds: 1 }]]

test.each(WITHOUT.flatMap((shot) => OTHERWISE.map(([name, change]) => [shot, name, change] as const)))('without a picture (%s), that is always said: %s', (shot, _, change) => {
  const says = say(saysOfRecorded(recorded({ ...change, shot })))
  expect(says).toMatch(/没有存?截图|不允许截图|没有拍到/)
  expect(says).toContain('第 7 号')
})
