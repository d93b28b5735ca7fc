import { describe, expect, test } from 'vitest'
import { classOfName, classOfWord, wordOfClass } from '../../../utils/roster/column-class.ts'
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

describe('a guess from the name', () => {
  test.each([
    ['青禾要闻', 'news'], ['教育动态', 'news'], ['通知公告', 'notice'], ['公示栏', 'notice'], ['规范性文件', 'policy'], ['政策解读', 'interpretation'],
    ['县长信箱', 'letters'], ['人事任免', 'personnel'], ['招聘公告', 'personnel'], ['工作计划', 'plan'], ['部门预算', 'finance'], ['统计公报', 'finance'],
    ['领导之窗', 'guide'], ['政府信息公开指南', 'guide'], ['义务教育信息公开', 'statutory'], ['乡村振兴专栏', 'archive'], ['走进青禾', 'other'], ['', 'other'],
  ] as const)('%s: %s', (name, expected) => {
    expect(classOfName(name)).toBe(expected)
  })
})
