import { shanghaiToday } from '../../sites/county/clock.ts'
import { answer } from '../../sites/serving/router.ts'
import type { Served } from './pages.ts'

/** Day of the tests' pages, Asia/Shanghai. */
export const TODAY = shanghaiToday()
/** The county's 一图读懂 with planted words. */
export const PICTURE = '/images/gongshui-slips.png'

/** An article of today that is about a picture. */
export const articleOf = (body: string, style = '') => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>一图读懂_青禾县人民政府</title><meta name="ArticleTitle" content="一图读懂"><meta name="PubDate" content="${TODAY} 09:30"><style>${style}</style></head>
<body style="margin:0"><h1>一图读懂</h1><div class="info">发布时间：${TODAY} 09:30　来源：县水利局</div><div class="content">${body}</div></body></html>`

/** What the demonstration county answers to `host/path`. */
export function countyAnswer(address: string): Served {
  const [host = '', ...path] = address.split(/(?=\/)/)
  const { status, type, body, headers } = answer(host, path.join(''), { today: TODAY }, false)
  return { status, type, body, ...(headers ? { headers } : {}) }
}
