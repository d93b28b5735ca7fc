import { expect, test } from 'vitest'
import { issueText } from '../../../utils/app/issue-text.ts'
import { setLanguage } from '../../../utils/locale.ts'
import { issue } from '../../component/samples.ts'
import '../../component/texts.ts'

test('an issue as text: Chinese in every language, nothing empty, the answer with it', () => {
  setLanguage('en')
  const text = issueText(issue(12, { status: 'open', severity: 'general', columnName: '', basis: '', reply: { measures: '已改', state: 'fixed', fixedOn: null, person: '王小青' } }), '链接可用')
  setLanguage('zh-CN')
  const lines = text.split('\n')
  expect(lines[0]).toBe('第 12 号问题（一般，待整改）')
  expect(lines).toContain('检查指标：链接可用')
  expect(lines.slice(-3)).toEqual(['整改情况：已整改', '整改措施：已改', '责任人：王小青'])
  expect(lines.filter((line) => /：$|栏目|依据/.test(line))).toEqual([])
})
