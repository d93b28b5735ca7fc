import { describe, expect, test } from 'vitest'
import { goneWords } from '../../../utils/links/gone.ts'
import { readHtml } from '../../../utils/links/html.ts'

const inFrame = (title: string, content: string) => `<html><head><title>${title}</title></head><body><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>${content}<p>主办单位：青禾县人民政府办公室</p></body></html>`

/** As content systems, servers and portals say it. */
const GONE = [
  '页面不存在', '您访问的页面不存在', '很抱歉，您要访问的页面不存在！', '对不起，您访问的页面不存在或已被删除', '抱歉，找不到您要的页面', '没有找到您要访问的页面！',
  '您查看的内容不存在', '该信息不存在', '文章不存在或者没有审核', '信息不存在或未发布', '该文章已被删除', '此信息已下架', '该内容已被发布者删除', '您访问的网页已搬家',
  '啊哦，页面走丢了', '哎呀，你要找的页面飞走了~', '网页不见了', '您所请求的网页无法打开', '该栏目不存在', '该链接已失效', '该页面已关闭', '栏目已停用',
  '找不到文件或目录', '您正在查找的资源可能已被删除，已更改名称或暂时不可用。', '无法找到该页', '您所查看的网页可能已被删除、名称已被更改，或者暂时不可用', '该页无法显示',
  'HTTP 错误 404.0 - Not Found', '404 Not Found', 'Page not found', 'The requested URL was not found on this server.', 'Sorry, the page you are looking for does not exist.',
  'Object not found!', 'File Not Found', 'The resource you are looking for has been removed, had its name changed, or is temporarily unavailable.',
  '暂无此信息', '参数错误，没有该记录', '您访问的资源不存在', '你访问的文件不存在', '对不起,你要访问的文章未找到', '稿件已撤回', '404，您访问的页面去火星了', '此页面暂时无法访问',
]

/** As live pages say it in headlines, answers and notices. */
const ALIVE = [
  '关于网站部分页面无法访问的说明', '打开网页提示页面不存在怎么办', '关于删除部分失效文件的通知', '青禾县人民政府关于公布失效文件目录的通知', '我县公布一批失效规范性文件',
  '网友反映：县政府网站页面打不开', '对长期不更新的栏目予以关闭', '该文件自2026年1月1日起失效', '信息公开申请不予受理的情形', '本栏目暂无更新',
  '关于撤销某某建设工程有限公司资质的公告', '失踪人口信息', '内容管理系统升级公告', '个人信息删除权', '资源下载', '页面设计规范', '错误表述不存在',
]

describe('a short message of its own', () => {
  test.each(GONE)('%s', (line) => {
    const words = goneWords(readHtml(inFrame('青禾县人民政府', `<div class="tip">${line}</div>`)))
    expect(words.inLine, line).not.toBeNull()
    expect(words.short).toBe(true)
  })

  test.each(ALIVE)('not: %s', (line) => {
    expect(goneWords(readHtml(inFrame('青禾县人民政府', `<h1>${line}</h1>`))).inLine).toBeNull()
    expect(goneWords(readHtml(inFrame(line, '<p>正文</p>'))).inTitle).toBe(false)
  })

  test('not inside a link: headlines in lists speak of anything', () => {
    expect(goneWords(readHtml(inFrame('通知公告', '<ul><li><a href="/1.html">您访问的页面不存在</a></li></ul>'))).inLine).toBeNull()
  })
})

test.each([
  'HTTP Status 500 – Internal Server Error', 'Whitelabel Error Page', "Server Error in '/' Application.", '服务器内部错误', '系统异常，请稍后再试', 'java.lang.NullPointerException',
  'ORA-01017: invalid username/password; logon denied', 'Fatal error: Uncaught Error in /www/index.php', '502 Bad Gateway', 'Microsoft OLE DB Provider for ODBC Drivers 错误 80004005',
])('a server’s error report: %s', (line) => {
  expect(goneWords(readHtml(inFrame('青禾县人民政府', `<p>${line}</p>`))).isError).toBe(true)
})

test('a page that says it again and again speaks about it', () => {
  const faq = Array.from({ length: 8 }, () => '<p>页面不存在通常是地址有误，可从首页进入。</p>').join('')
  expect(goneWords(readHtml(inFrame('常见问题', faq))).inLine).toBeNull()
})
