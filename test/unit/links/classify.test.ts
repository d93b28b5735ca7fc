import { describe, expect, test } from 'vitest'
import { classifyWithoutRequest, needsRequest } from '../../../utils/links/classify.ts'
import type { LinkReading } from '../../../utils/types/reading.ts'

const PAGE = { url: 'https://www.qinghe.gov.cn/zwgk/index.html', isSecure: true }

function link(raw: string, more: Partial<LinkReading> = {}): LinkReading {
  let href: string | null = null
  try {
    href = new URL(raw, PAGE.url).href
  } catch {
    // no address
  }
  return { raw, href, text: '通知公告', tag: 'a', visible: true, handled: false, anchor: { quote: '', prefix: '', suffix: '', start: 0, selector: 'a' }, ...more }
}

const CASES: [raw: string, kind: string, reason: string, more?: Partial<LinkReading>][] = [
  ['/art/1.html', 'check', 'check'],
  ['https://zwfw.qinghe.gov.cn/', 'check', 'check'],
  ['https://www.gov.cn/', 'check', 'check'],
  ['https://bszs.conac.cn/sitename?method=show&id=1', 'check', 'check'],
  ['', 'empty', 'empty'],
  ['#', 'empty', 'empty'],
  ['##', 'empty', 'empty'],
  ['javascript:;', 'empty', 'empty'],
  ['javascript:void(0);', 'empty', 'empty'],
  ['JavaScript: void(0)', 'empty', 'empty'],
  ['javascript:', 'empty', 'empty'],
  ['about:blank', 'empty', 'empty'],
  ['#', 'skip', 'nothing', { handled: true }],
  ['#', 'skip', 'nothing', { visible: false }],
  ['#', 'skip', 'nothing', { text: '返回顶部' }],
  ['javascript:void(0)', 'skip', 'nothing', { text: '【打印本页】' }],
  ['', 'skip', 'nothing', { tag: 'img' }],
  ["javascript:openWin('a')", 'skip', 'nothing'],
  ['#part1', 'skip', 'in-page'],
  ['#part1', 'skip', 'in-page', { href: null }],
  ['#part1', 'wrong', 'no-place', { lands: false }],
  ['#part1', 'skip', 'in-page', { lands: true }],
  ['http://localhost/a.html', 'wrong', 'localhost'],
  ['http://127.0.0.1:8080/', 'wrong', 'localhost'],
  ['http://2130706433/', 'wrong', 'localhost'],
  ['http://192.168.1.10/oa', 'wrong', 'private-host'],
  ['http://0xc0.0xa8.1.1/', 'wrong', 'private-host'],
  ['http://[fe80::1]/', 'wrong', 'private-host'],
  ['http://oa/', 'wrong', 'private-host'],
  ['file:///D:/文件/通知.doc', 'wrong', 'local-file'],
  ['C:\\Users\\a\\通知.doc', 'wrong', 'local-file'],
  ['d:/www/通知.doc', 'wrong', 'local-file'],
  ['\\\\server\\share\\a.doc', 'wrong', 'local-file'],
  ['http://http://www.qinghe.gov.cn/', 'wrong', 'doubled-scheme'],
  ['http://https//www.qinghe.gov.cn/', 'wrong', 'doubled-scheme'],
  ['https:http://www.qinghe.gov.cn/', 'wrong', 'doubled-scheme'],
  ['http:/www.qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['htpp://www.qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['http://www。qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['http://', 'wrong', 'bad-address'],
  ['http://www.qing he.gov.cn/', 'wrong', 'bad-address'],
  ['{{item.url}}', 'wrong', 'template'],
  ['{$url}', 'wrong', 'template'],
  ['{field.url}', 'wrong', 'template'],
  ['@{/index}', 'wrong', 'template'],
  ['请输入链接地址', 'wrong', 'bad-address'],
  ['http:///www.qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['http://www.qinghe.gov.cnhttp://www.qinghe.gov.cn/', 'wrong', 'doubled-scheme'],
  ['http://www.qinghe.gov.cn/a http://www.qinghe.gov.cn/b', 'wrong', 'doubled-scheme'],
  ['https://www.qinghe.gov.cn/out?to=https://zwfw.qinghe.gov.cn/', 'check', 'check'],
  ['mhtml:file://D:\\a.mht', 'wrong', 'local-file'],
  ['blob:https://www.qinghe.gov.cn/3f', 'wrong', 'editor'],
  ['blob:https://www.qinghe.gov.cn/3f', 'skip', 'nothing', { tag: 'img' }],
  ['javascript:javascript:void(0)', 'empty', 'empty'],
  ['javascript:#', 'empty', 'empty'],
  ['undefined', 'wrong', 'template'],
  ['/art/[object Object]', 'wrong', 'template'],
  ['http//www.qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['javascript:return false', 'empty', 'empty'],
  ['/art/${id}.html', 'wrong', 'template'],
  ['www.qinghe.gov.cn/a.html', 'wrong', 'no-scheme'],
  ['http://test.qinghe.gov.cn/', 'wrong', 'test-host'],
  ['https://www.bet-sample.com/', 'hidden', 'hidden-foreign', { visible: false, text: '友情' }],
  ['https://www.sample.com/', 'hidden', 'hidden-harmful', { visible: false, text: '真人百家乐' }],
  ['https://zwfw.qinghe.gov.cn/', 'check', 'check', { visible: false }],
  ['https://www.sample.com/', 'outside', 'outside'],
  ['https://www.qinghe.gov.cn/goto?url=https://www.sample.com/', 'check', 'check'],
  ['http://www.qinghe.gov.cn/a.html', 'mixed', 'plain-http'],
  ['http://www.sample.com/a.png', 'mixed', 'mixed-content', { tag: 'img' }],
  ['https://www.sample.com/c.gif', 'hidden', 'image-pixel', { tag: 'img', image: 'pixel' }],
  ['/images/a.png', 'wrong', 'image-failed', { tag: 'img', image: 'failed' }],
  ['mailto:office@qinghe.gov.cn', 'skip', 'nothing'],
  ['mailto:?subject=建议', 'skip', 'nothing'],
  ['mailto:officeqinghe.gov.cn', 'contact', 'bad-mail'],
  ['mailto:office@qinghe', 'contact', 'bad-mail'],
  ['tel:0571-88880000', 'skip', 'nothing'],
  ['tel:12345', 'skip', 'nothing'],
  ['tel:县政府办', 'contact', 'bad-phone'],
  ['/user/logout', 'skip', 'action'],
  ['/app/setup.exe', 'skip', 'action'],
  ['/user/loginOut', 'skip', 'action'],
  ['/zan?id=3', 'skip', 'action'],
  ['/letter/update.action?id=2', 'skip', 'action'],
  ['/publish/list.jsp?column=3', 'check', 'check'],
  ['/news/delete-law.html', 'check', 'check'],
  ['/user/logout.html', 'skip', 'action'],
  ['javascript:{}', 'empty', 'empty'],
  ['javascript:0', 'empty', 'empty'],
  ['javascript://', 'empty', 'empty'],
  ['about:blank#', 'empty', 'empty'],
  ['javascript', 'wrong', 'bad-address'],
  ['javascrip:;', 'wrong', 'bad-address'],
  ['javascript：;', 'wrong', 'bad-address'],
  ['void(0)', 'wrong', 'bad-address'],
  ['＃', 'wrong', 'bad-address'],
  ['hhtp://www.qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['http.//www.qinghe.gov.cn/', 'wrong', 'bad-address'],
  ['../http://www.qinghe.gov.cn/', 'wrong', 'doubled-scheme'],
  ['/x?to=http://www.qinghe.gov.cn/', 'check', 'check'],
  ['/item/#{id}.html', 'wrong', 'template'],
  ['zwfw.qinghe.gov.cn', 'wrong', 'no-scheme'],
  ['qinghe.gov.cn/a.html', 'wrong', 'no-scheme'],
  ['weixin://dl', 'skip', 'nothing'],
  ['mail:office@qinghe.gov.cn', 'contact', 'bad-mail'],
  ['mailto://office@qinghe.gov.cn', 'contact', 'bad-mail'],
  ['tel://12345', 'skip', 'nothing'],
]

describe('without a request', () => {
  test.each(CASES)('%j → %s, %s', (raw, kind, reason, more) => {
    expect(classifyWithoutRequest(link(raw, more), PAGE)).toEqual({ kind, reason })
  })

  test('a listed host needs no leave-site prompt', () => {
    const listed = { ...PAGE, listedHosts: ['sample.com'] }
    expect(classifyWithoutRequest(link('https://www.sample.com/'), listed).kind).toBe('check')
    expect(classifyWithoutRequest(link('https://othersample.com/'), listed).kind).toBe('outside')
  })

  test('a page on an intranet may link to its own network', () => {
    const page = { url: 'http://10.1.2.3/index.html', isSecure: false }
    const other = link('http://10.1.2.9/a.html')
    expect(classifyWithoutRequest(other, page).kind).not.toBe('wrong')
    expect(needsRequest({ kind: 'check', reason: 'check' }, other.href, page)).toBe(true)
    expect(needsRequest({ kind: 'check', reason: 'check' }, other.href, PAGE)).toBe(false)
  })

  test('what is hidden, outside or mixed is asked for as well; what is empty, wrong or an action is not', () => {
    const asked = CASES.map(([raw, , , more]) => link(raw, more)).filter((one) => needsRequest(classifyWithoutRequest(one, PAGE), one.href, PAGE))
    expect(asked.every((one) => one.href?.startsWith('http'))).toBe(true)
    expect(asked.map((one) => one.raw)).toContain('https://www.sample.com/')
    expect(asked.map((one) => one.raw)).not.toContain('/user/logout')
    expect(asked.map((one) => one.raw)).not.toContain('http://192.168.1.10/oa')
  })
})
