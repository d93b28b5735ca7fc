import { expect, test } from 'vitest'
import { classOfWord, wordOfClass } from '../../../utils/roster/column-class.ts'
import { COLUMN_CLASSES } from '../../../utils/types/roster.ts'

test('every class has its word, which names it again', () => {
  expect(COLUMN_CLASSES.map(wordOfClass)).toEqual([
    '动态要闻', '通知公告', '政策文件', '政策解读', '人事信息', '规划计划', '财政统计', '机构指南', '法定公开', '互动留言', '归档专题', '其他',
  ])
  for (const one of COLUMN_CLASSES) expect(classOfWord(wordOfClass(one))).toBe(one)
})

test.each([
  ['动态要闻类', 'news'], [' 工作 动态', 'news'], ['公示公告', 'notice'], ['财政预决算', 'finance'], ['其它', 'other'], ['news', 'news'],
  ['随便', null], ['', null], ['constructor', null],
] as const)('the word %j names %s', (word, expected) => {
  expect(classOfWord(word)).toBe(expected)
})
