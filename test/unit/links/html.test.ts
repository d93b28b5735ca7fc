import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasPlace, readHtml } from '../../../utils/links/html.ts'
import { judge } from '../../../utils/links/judge.ts'

describe('a page read without a DOM', () => {
  test.each<[name: string, html: string, facts: Partial<ReturnType<typeof readHtml>>]>([
    ['title and text', '<html><head><title> 青禾县\n人民政府 </title><style>p{}</style></head><body><p>一&nbsp;二</p><p>三<b>四</b></p></body></html>', { title: '青禾县 人民政府', text: '一 二 三四', lines: ['一 二', '三四'] }],
    ['links are text, not lines', '<ul><li><a href="/1">通知</a> 03-12</li></ul>', { text: '通知 03-12', lines: ['03-12'] }],
    ['an anchor without address is no link', '<p><a name="x">第一条</a> 内容</p>', { lines: ['第一条 内容'] }],
    ['scripts, comments and hidden templates are no text', '<p>正文</p><!-- 页面不存在 --><script>var a="页面不存在"</script><noscript>请开启</noscript><template>404</template>', { text: '正文', scripts: 1 }],
    ['keywords and description', '<meta name="Keywords" content="甲,乙"><meta content="丙" name="description">', { summary: '甲,乙 丙' }],
    ['a refresh', '<meta http-equiv="Refresh" content="3; URL=\'/a.html\'">', { sendsTo: '/a.html' }],
    ['a refresh of itself is none', '<meta http-equiv="refresh" content="300">', { sendsTo: null }],
    ['a script that goes on', '<script>window.location.href = "/b.html";</script>', { sendsTo: '/b.html' }],
    ['a script on a page with text stays', `<p>${'文'.repeat(300)}</p><script>function go(){location.href="/b.html"}</script>`, { sendsTo: null }],
    ['a password', '<form><input name=p type="password"></form>', { asksPassword: true }],
    ['a page cut off', '<html><head><title>半</title></head><body><p>一<div class="', { title: '半', text: '一' }],
  ])('%s', (_, html, facts) => expect(readHtml(html)).toMatchObject(facts))

  test.each([
    ['<h2 id="a">', 'a', true], ["<a name='第二'>", '第二', true], ['<p id=b class=c>', 'b', true], ['<p data-id="d">', 'd', false], ['<!-- <p id="e"> -->', 'e', false],
    ['<h2 id="a b">', 'a b', true], ['<p id="A">', 'a', false], ['<p class="x" name="y" id="z">', 'z', true],
  ])('%s has place %s: %s', (html, fragment, expected) => expect(hasPlace(html, fragment)).toBe(expected))
})

const TOOLS = { unknown: () => Promise.resolve({ kind: 'honest' } as const), follow: () => Promise.resolve(null), tail: () => Promise.resolve(null) }
const answerOf = (bytes: Uint8Array, asked = 'http://www.qinghe.gov.cn/a.html') => ({
  asked, final: asked, status: 200, contentType: 'text/html', disposition: '', length: null, retryAfter: null, marks: '', bytes, whole: false, broken: false, late: false, hops: [], ip: null, ms: 1,
})

test('any bytes get a verdict', async () => {
  const piece = fc.constantFrom('<a href=x>', '</a>', '<script>', '</script>', '<!--', '-->', '<title>', '</title>', '<p>', '页面不存在', '404', '<meta http-equiv=refresh content="0;url=', '">', '&#x', ';', '<', '>', '"', 'document.cookie=', 'location.href="/"', '登录', '\u0000', ' ')
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.array(piece, { maxLength: 40 }).map((parts) => new TextEncoder().encode(parts.join('')))), fc.constantFrom('a.html', 'a.pdf', 'a.png', ''), async (bytes, name) => {
    const { reason } = await judge(answerOf(bytes, `http://www.qinghe.gov.cn/${name}`), TOOLS)
    expect(reason).toBeTypeOf('string')
  }), { numRuns: 300 })
})

test.each(['<', '<p', '<a href', '<title>', '<head>', '<script>', '<style>', '<!--', '<meta ', ' id="', '&#', 'document.cookie=', '页面不存在\n<br>', '<a href=x>', '404 ', 'location=', '<input type', '抱歉，'])(
  '64 KiB of %s are read in a moment', async (piece) => {
    const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(65_536 / piece.length))).subarray(0, 65_536)
    const started = performance.now()
    await judge(answerOf(bytes), TOOLS)
    hasPlace(new TextDecoder().decode(bytes), 'x')
    expect(performance.now() - started).toBeLessThan(400)
  })
