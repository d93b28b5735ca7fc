import { expect, test } from 'vitest'
import { servedByScript, standsInMenu } from '../../../utils/links/neighbours.ts'
import type { LinkReading } from '../../../utils/types/reading.ts'

const link = (raw: string, text: string, selector: string): LinkReading => ({
  raw, text, tag: 'a', visible: true, handled: false, href: raw.startsWith('http') ? raw : null,
  anchor: { quote: text, prefix: '', suffix: '', start: 0, selector },
})
const LIST = 'html>body>div:nth-child(2)>ul:nth-child(1)'

const CASES: [name: string, links: LinkReading[], served: string[]][] = [
  ['tabs: a row of javascript: links', [link('javascript:;', '通知公告', 'html>body>div:nth-child(1)>a:nth-child(1)'), link('javascript:;', '政策文件', 'html>body>div:nth-child(1)>a:nth-child(2)')], ['通知公告', '政策文件']],
  ['tabs in a list', [link('javascript:;', '要闻', `${LIST}>li:nth-child(1)>a:nth-child(1)`), link('javascript:;', '动态', `${LIST}>li:nth-child(2)>a:nth-child(1)`)], ['要闻', '动态']],
  ['one among real links is an empty link', [link('http://www.qinghe.gov.cn/a', '一', `${LIST}>li:nth-child(1)>a:nth-child(1)`), link('javascript:;', '二', `${LIST}>li:nth-child(2)>a:nth-child(1)`), link('http://www.qinghe.gov.cn/c', '三', `${LIST}>li:nth-child(3)>a:nth-child(1)`)], []],
  ['a list of # is a list of empty links', [link('#', '一', `${LIST}>li:nth-child(1)>a:nth-child(1)`), link('#', '二', `${LIST}>li:nth-child(2)>a:nth-child(1)`)], []],
  ['a link with an id of its own', [link('javascript:void(0)', '分类', '#classes')], ['分类']],
  ['one alone', [link('javascript:;', '专题', 'html>body>div:nth-child(1)>a:nth-child(1)')], []],
  ['the head of a menu', [link('javascript:;', '政务公开', `${LIST}>li:nth-child(2)>a:nth-child(1)`), link('http://www.qinghe.gov.cn/b', '政策', `${LIST}>li:nth-child(2)>ul:nth-child(2)>li:nth-child(1)>a:nth-child(1)`)], ['政务公开']],
  ['the end of a breadcrumb', [link('http://www.qinghe.gov.cn/', '首页', 'html>body>p:nth-child(1)>a:nth-child(1)'), link('#', '专题', 'html>body>p:nth-child(1)>a:nth-child(2)')], ['专题']],
]

test.each(CASES)('%s', (_, links, served) => {
  expect([...servedByScript(links)].map(({ text }) => text)).toEqual(served)
})

test('a hidden link in a drop-down list of government links is no planted one, alone it may be', () => {
  const menu = 'html>body>div:nth-child(9)>div:nth-child(2)>ul:nth-child(1)'
  const hidden = link('http://www.sample.org/', '研究院', `${menu}>li:nth-child(3)>a:nth-child(1)`)
  const ordinary = [1, 2].map((at) => link(`http://www.qinghe${at}.gov.cn/`, '单位', `${menu}>li:nth-child(${at})>a:nth-child(1)`))
  const alone = link('http://www.sample.org/', '研究院', 'html>body>div:nth-child(12)>a:nth-child(1)')
  expect(standsInMenu(hidden, [...ordinary, hidden], 'http://www.qinghe.gov.cn/')).toBe(true)
  expect(standsInMenu(hidden, [hidden], 'http://www.qinghe.gov.cn/')).toBe(false)
  expect(standsInMenu(alone, [...ordinary, alone], 'http://www.qinghe.gov.cn/')).toBe(false)
})
