import { wordsPage } from './answer.ts'
import type { Answer } from './answer.ts'

/** Addresses that pages link to and that do not work, until mended. */
const DEAD: Record<string, 'not-found' | 'server-error' | 'soft' | 'to-home'> = {
  'www.qinghe.gov.cn/ztzl/yhyshj/': 'not-found',
  'www.qinghe.gov.cn/attach/peixun-huizhi.doc': 'not-found',
  'www.qinghe.gov.cn/zwgk/zcwj/201906/t20190612_211.html': 'not-found',
  'www.qinghe.gov.cn/bsfw/zxyy/': 'server-error',
  'jyj.qinghe.gov.cn/art/2023/5/6/art_2003_3999.html': 'soft',
  'nyj.qinghe.gov.cn/nyfw/content/post_8801.html': 'to-home',
}

/** Documents that can be had. */
const FILES = new Set([
  'www.qinghe.gov.cn/attach/msss-jianyibiao.doc', 'www.qinghe.gov.cn/attach/jieneng-zhinan.pdf', 'www.qinghe.gov.cn/attach/juesuan.xls',
  'www.qinghe.gov.cn/attach/shenqingbiao.doc', 'www.qinghe.gov.cn/attach/yangbiao.doc', 'jyj.qinghe.gov.cn/attach/zxsqb.doc',
])

const TYPES: Record<string, string> = { doc: 'application/msword', xls: 'application/vnd.ms-excel', pdf: 'application/pdf' }

function file(path: string): Answer {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const body = ending === 'pdf' ? '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n' : Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])
  return { status: 200, type: TYPES[ending] ?? 'application/octet-stream', body }
}

/** Answer of a document or of an address with a planted fault; null for every other address. */
export function plantedAnswer(host: string, path: string, mended: boolean): Answer | null {
  const address = host + path
  if (FILES.has(address)) return file(path)
  const fault = DEAD[address]
  if (!fault) return null
  if (mended) return path.endsWith('.doc') ? file(path) : wordsPage(200, '青禾县人民政府', '本页面内容已恢复。')
  switch (fault) {
    case 'not-found':
      return null
    case 'server-error':
      return wordsPage(500, '500 服务器内部错误', '系统繁忙，请稍后再试。')
    case 'soft':
      return wordsPage(200, '提示信息', '您访问的页面不存在或者已被删除。', '<p><a href="/">返回首页</a></p>')
    case 'to-home':
      return { status: 302, type: 'text/html; charset=utf-8', body: '', headers: { Location: `http://${host}/` } }
  }
}
