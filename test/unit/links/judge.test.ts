import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../utils/links/answer.ts'
import { judge, type JudgeTools } from '../../../utils/links/judge.ts'
import { impossibleLike, sketch, unknownPage } from '../../../utils/links/soft404.ts'
import { readHtml } from '../../../utils/links/html.ts'
import { ARTICLE, page } from './server.ts'

const ASKED = 'http://www.qinghe.gov.cn/zwgk/202001/t20200101_12.html'

function answer(body: string | Uint8Array, more: Partial<Answer> = {}): Answer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return {
    asked: ASKED, final: more.asked ?? ASKED, status: 200, contentType: 'text/html; charset=utf-8', disposition: '', length: bytes.length, retryAfter: null, marks: '',
    bytes, whole: true, broken: false, late: false, hops: [], ip: null, ms: 1, ...more,
  }
}

const HONEST: JudgeTools = { unknown: () => Promise.resolve({ kind: 'honest' }), follow: () => Promise.resolve(null), tail: () => Promise.resolve(null) }
const reasonOf = async (one: Answer, tools: Partial<JudgeTools> = {}) => (await judge(one, { ...HONEST, ...tools })).reason

describe('a redirect to a home page', () => {
  test.each([
    [ASKED, 'http://www.qinghe.gov.cn/', 'redirect-home'],
    [ASKED, 'https://www.qinghe.gov.cn/index.html', 'redirect-home'],
    ['http://old.qinghe.gov.cn/art/1.html', 'http://www.qinghe.gov.cn/', 'redirect-home'],
    ['http://www.qinghe.gov.cn/zwgk/', 'http://www.qinghe.gov.cn/', 'redirect-home'],
    ['http://www.qinghe.gov.cn/zwfw', 'http://zwfw.qinghe.gov.cn/', 'redirected'],
    ['http://www.qinghe.gov.cn/out.do?url=http://www.sample.org/', 'http://www.sample.org/', 'redirected'],
    ['http://www.qinghe.gov.cn/', 'https://www.qinghe.gov.cn/index.html', 'redirected'],
    ['http://qinghe.gov.cn/', 'https://www.qinghe.gov.cn/', 'ok'],
    [ASKED, 'http://www.qinghe.gov.cn/zwgk/', 'redirected'],
  ])('%s → %s: %s', async (asked, final, reason) => {
    expect(await reasonOf(answer(ARTICLE, { asked, final }))).toBe(reason)
  })
})

describe('files', () => {
  const file = (name: string, body: string | Uint8Array, more: Partial<Answer> = {}) => answer(body, { asked: `http://www.qinghe.gov.cn/files/${name}`, contentType: 'application/octet-stream', ...more })
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const PDF = latin('%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF\n')

  test.each([
    ['a.pdf', PDF, 'ok'],
    ['a.pdf', latin('%PDF-1.4\n1 0 obj'), 'attachment-truncated'],
    ['a.pdf', '{"code":404,"msg":"文件丢了"}', 'attachment-page'],
    ['a.pdf', '', 'attachment-empty'],
    ['a.zip', latin('PK\u0003\u0004abc'), 'attachment-truncated'],
    ['a.docx', latin('PK\u0003\u0004abcPK\u0005\u0006'), 'ok'],
    ['a.doc', latin('\u00d0\u00cf\u0011\u00e0abc'), 'ok'],
    ['a.doc', 'no such file', 'attachment-page'],
    ['a.doc', latin('\u0001\u0002encrypted by the office'), 'ok'],
    ['a.csv', 'a,b\n1,2\n', 'ok'],
    ['a.doc', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n', 'ok'],
    ['a.xls', '序号\t名称\r\n1\t渠\r\n', 'ok'],
    ['a.xls', '文件\t不存在', 'attachment-page'],
    ['a.pdf', new Uint8Array([...PDF, ...new Uint8Array(5000)]), 'ok'],
    ['a.pdf', new Uint8Array(4000), 'attachment-truncated'],
    ['a.txt', '说明', 'ok'],
    ['a.png', latin('\u0089PNG\r\nIEND'), 'ok'],
    ['a.png', latin('\u0089PNG\r\nhalf'), 'attachment-truncated'],
    ['a.jpg', page('青禾县人民政府', '<p>图片</p>'), 'attachment-page'],
    ['a.jpg', latin('\u00ff\u00d8\u00ff'), 'ok'],
  ])('%s %#: %s', async (name, body, reason) => {
    expect(await reasonOf(file(name, body as string | Uint8Array))).toBe(reason)
  })

  test('what stands in place of a file is named first: a login page, a challenge, a missing page', async () => {
    const html = { contentType: 'text/html' }
    expect(await reasonOf(file('a.pdf', page('统一身份认证', '<input type="password">'), { ...html, final: 'http://www.qinghe.gov.cn/login' }))).toBe('login')
    expect(await reasonOf(file('a.pdf', '<script>document.cookie="a=1";location.reload()</script>', html))).toBe('challenge')
    expect(await reasonOf(file('a.pdf', page('提示', '<p>您访问的文件不存在</p>'), html))).toBe('soft-404')
    expect(await reasonOf(file('a.xls', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>', html))).toBe('ok')
  })

  test('of a long file the end is asked for; a server that gives no parts is believed', async () => {
    const long = file('a.pdf', latin('%PDF-1.4 begins'), { whole: false, length: 900_000 })
    const part = (status: number, body: string) => ({ tail: () => Promise.resolve(answer(latin(body), { status, contentType: 'application/pdf' })) })
    expect(await reasonOf(long, part(206, 'startxref %%EOF'))).toBe('ok')
    expect(await reasonOf(long, part(206, 'nothing of an end'))).toBe('attachment-truncated')
    expect(await reasonOf(long, part(200, 'nothing of an end'))).toBe('ok')
  })

  test('one that is still coming after 15 s is no broken file', async () => {
    expect(await reasonOf(file('a.pdf', latin('%PDF-1.4 '), { whole: false, broken: true, late: true }))).toBe('ok')
    expect(await reasonOf(file('a.pdf', latin('%PDF-1.4 '), { whole: false, broken: true }))).toBe('attachment-truncated')
  })
})

describe('the host’s answer to addresses that cannot exist', () => {
  const frame = (content: string) => page('青禾县档案馆', `<p>青禾县档案馆始建于一九五八年，馆藏档案十二万卷，面向社会开放查阅，工作日上午八点半到下午五点半接待读者。</p>${content}`)
  const error = (address: string, noise: string) => sketch(readHtml(frame(`<p>稻田空空，换条路走走。</p><p>${address}</p><p>${noise}</p>`)), address)
  const one = 'http://da.qinghe.gov.cn/nonea1.html'
  const two = 'http://da.qinghe.gov.cn/nonea1b.html'
  const unknown = unknownPage(error(one, '今日推荐：晒秋'), error(two, '今日推荐：采茶'))
  const tools = { unknown: () => Promise.resolve(unknown) }
  const asked = 'http://da.qinghe.gov.cn/doc/3.html'

  test('is known again in other words, with another recommendation', async () => {
    expect(await reasonOf(answer(frame(`<p>稻田空空，换条路走走。</p><p>${asked}</p><p>今日推荐：灯会</p>`), { asked, final: asked }), tools)).toBe('soft-404')
  })

  test('is not taken for a short page in the same frame', async () => {
    expect(await reasonOf(answer(frame('<h1>开放档案目录（第三批）</h1><p>民国地契三十六件、渡口碑记拓片四幅，可持证查阅。</p>'), { asked, final: asked }), tools)).toBe('ok')
  })

  test('a page of scripts is the same at every address: that says nothing', async () => {
    const shell = '<html><head><title>政务服务</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>'
    const same = unknownPage(sketch(readHtml(shell), one), sketch(readHtml(shell), two))
    expect(await reasonOf(answer(shell, { asked, final: asked }), { unknown: () => Promise.resolve(same) })).toBe('needs-script')
  })

  test('a home page at every address: its own addresses are alive, deep ones are not', async () => {
    const home = page('城关镇人民政府', `<p>${'城关镇地处县城中心，辖九个社区。'.repeat(40)}</p>`)
    const same = { unknown: () => Promise.resolve(unknownPage(sketch(readHtml(home), one), sketch(readHtml(home), two))) }
    const at = (path: string) => answer(home, { asked: `http://da.qinghe.gov.cn${path}`, final: `http://da.qinghe.gov.cn${path}` })
    expect(await reasonOf(at('/index.html'), same)).toBe('ok')
    expect(await reasonOf(at('/art/3.html'), same)).toBe('home-instead')
    expect(await reasonOf(at('/cgz/'), same)).toBe('maybe-gone')
  })

  test('is asked in the manner of the address', () => {
    expect(impossibleLike('http://a.cn/art/2020/1.html', 'k3')).toBe('http://a.cn/art/2020/nonek3.html')
    expect(impossibleLike('http://a.cn/zwgk/', 'k3')).toBe('http://a.cn/zwgk/nonek3/')
    expect(impossibleLike('http://a.cn/show.jsp?id=12&p=1', 'k3')).toMatch(/^http:\/\/a\.cn\/show\.jsp\?id=99\d+&p=1$/)
    expect(impossibleLike('http://a.cn/show.jsp?uuid=ab-c', 'k3')).toBe('http://a.cn/show.jsp?uuid=nonek3')
  })
})

describe('a page that sends its visitor on', () => {
  const follow = (body: string, more: Partial<Answer> = {}) => ({ follow: (to: string) => Promise.resolve(answer(body, { asked: to, final: to, ...more })) })
  const refresh = (to: string) => answer(`<html><head><meta http-equiv="refresh" content="0; url=${to}"></head><body></body></html>`)

  test.each([
    ['/a.html', ARTICLE, 200, 'redirected'],
    ['/none.html', 'gone', 404, 'redirect-dead'],
    ['/', ARTICLE, 200, 'redirect-home'],
    ['/user/login', page('用户登录', '<input type="password">'), 200, 'login'],
  ])('to %s: %#', async (to, body, status, reason) => {
    expect(await reasonOf(refresh(to), follow(body, { status }))).toBe(reason)
  })

  test('not to an action, and not in circles', async () => {
    expect(await reasonOf(refresh('/logout'), follow('', { status: 404 }))).not.toBe('redirect-dead')
    expect(await reasonOf(refresh('/next'), { follow: (to) => Promise.resolve(answer(`<meta http-equiv="refresh" content="0;url=${to}x">`, { asked: to, final: to })) })).toBe('empty-page')
  })
})

describe('walls', () => {
  test.each([
    ['a challenge with 503', { status: 503, marks: 'cf-mitigated: challenge' }, 'Just a moment...', 'challenge'],
    ['a firewall with 405', { status: 405 }, page('阻断', '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>'), 'wall'],
    ['a firewall with 200', {}, page('网站防火墙', '<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>'), 'wall'],
    ['a slider', {}, page('人机验证', '<p>请完成安全验证后继续访问</p>'), 'wall'],
    ['an odd code of a firewall', { status: 567 }, '', 'wall'],
    ['401', { status: 401 }, '', 'login'],
    ['a status that says nothing', { status: 400 }, '', 'odd-status'],
    ['a real 503', { status: 503 }, 'down', 'server-error'],
  ])('%s', async (_, more, body, reason) => {
    expect(await reasonOf(answer(body, more))).toBe(reason)
  })

  test('an article about firewalls and logins is none', async () => {
    expect(await reasonOf(answer(ARTICLE.replace('植树活动', '网站防火墙升级，访问被拦截请登录反映')))).toBe('ok')
  })
})

test.each([
  ['Welcome to nginx!', '<h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed.</p>', 'server-default'],
  ['IIS7', '<img src="welcome.png" alt="IIS7">', 'server-default'],
  ['恭喜，站点创建成功！', '<h1>恭喜, 站点创建成功！</h1><p>这是默认index.html，本页面由系统自动生成</p>', 'server-default'],
  ['Apache Tomcat/9.0', '<h2>If you\'re seeing this, you\'ve successfully installed Tomcat. Congratulations!</h2>', 'server-default'],
  ['IIS 7.5 详细错误 - 404.0 - Not Found', '<h2>HTTP 错误 404.0 - Not Found</h2><h3>您要找的资源已被删除、已更名或暂时不可用。</h3>', 'soft-404'],
  ['nginx 安装培训', '<p>第一课：安装。装好以后，浏览器里出现 Welcome to nginx! 就表示成功，接下来改配置、绑域名、上证书。</p>', 'ok'],
])('a page as a server was installed with, at a government host: %s', async (title, body, reason) => {
  expect(await reasonOf(answer(`<html><head><title>${title}</title></head><body>${body}</body></html>`))).toBe(reason)
})
