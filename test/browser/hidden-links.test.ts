import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openExtension, watchLinks, type Opened } from '../bench/link-watch.ts'
import type { LinkReading } from '../../utils/types/reading.ts'

const STYLE = `
  .far{position:absolute;left:-9000px} .up{position:absolute;top:-3000px} .right{position:fixed;left:99999px} .shift{margin-left:-9999px;display:block}
  .small{font-size:0} .faint{opacity:0} .indent{display:block;text-indent:-999em} .clip{position:absolute;clip:rect(0,0,0,0)}
  .inset{clip-path:inset(50%)} .scaled{transform:scale(0)} .low{height:0;overflow:hidden} .narrow{width:1px;height:1px;overflow:hidden}
  .white{color:#fff} .nearly{color:#fdfdfd} .clear{color:transparent} .box{background:#003366} .same{color:#013467} .none{display:none} .unseen{visibility:hidden}
  .filter{filter:opacity(0)} .logo{display:block;width:80px;height:40px;text-indent:-9999px;background:url(/logo.png)}
  .slides{width:300px;height:60px;overflow:hidden;position:relative} .slide{position:absolute;left:-900px;width:300px} .banner{background:url(/banner.png)}`

/** Each link leads to another site; its words say whether a reader sees it. */
const HIDDEN = [
  '<a class="far">1</a>', '<div class="up"><p><a>2</a></p></div>', '<a class="right">3</a>', '<div><a class="shift">4</a></div>', '<a class="small">5</a>', '<p class="small"><a>6</a></p>',
  '<div class="faint"><span><a>7</a></span></div>', '<a class="indent">8</a>', '<div class="indent"><a>9</a></div>', '<a class="clip">10</a>', '<div class="inset"><a>11</a></div>', '<div class="scaled"><a>12</a></div>',
  '<div class="low"><a>13</a></div>', '<div class="narrow"><a>14</a></div>', '<a class="white">15</a>', '<a class="nearly">16</a>', '<a class="clear">17</a>', '<div class="box"><a class="same">18</a></div>',
  '<div class="none"><a>19</a></div>', '<div class="unseen"><a>20</a></div>', '<marquee height="0" width="10"><a>21</a></marquee>', '<marquee height="1" scrollamount="9999"><a>22</a></marquee>', '<div class="filter"><a>23</a></div>',
  '<font style="position:absolute;left:-2000px"><a>24</a></font>', '<a style="font-size:0px">25</a>', '<div style="width:0;height:0;overflow:hidden"><a>26</a></div>', '<a class="white"><font>27</font></a>',
  '<marquee height="3" width="6" scrollamount="3000"><a>28</a></marquee>', '<details style="display:none"><summary>更多</summary><a>29</a></details>', '<details><summary>更多</summary><p style="display:none"><a>30</a></p></details>',
]
const SEEN = [
  '<a>1</a>', '<a class="logo">2</a>', '<a><img src="/logo.png" width="60" height="30" alt="3"></a>', '<div class="slides"><div class="slide"><a>4</a></div></div>', '<div class="box"><a class="white">5</a></div>',
  '<div class="banner"><a class="white">6</a></div>', '<p style="text-indent:2em"><a>7</a></p>', '<div style="opacity:.6"><a>8</a></div>', '<div style="height:40px;overflow:auto"><a>9</a></div>', '<div style="float:left"><a style="float:left">10</a></div>',
  '<ul style="height:0"><li><a>11</a></li></ul>', '<div style="transform:translateX(20px)"><a>12</a></div>', '<a style="color:#777">13</a>', '<div style="position:relative"><div style="position:absolute"><a class="white">14</a></div></div>',
  '<details><summary>更多</summary><p><a>15</a></p></details>', '<a style="display:block;width:80px;height:30px;text-indent:-9999px;background:url(/logo.png)">16</a>', '<div style="height:20px;overflow:hidden"><a>17</a></div>',
]
const withAddress = (html: string, at: number, kind: string) => `<li>${html.replace('<a', `<a href="http://www.other-${kind}.com/${at}"`)}</li>`
const BODY = `<h1>友情链接</h1><ul>${HIDDEN.map((html, at) => withAddress(html, at, 'hidden')).join('')}</ul><ul>${SEEN.map((html, at) => withAddress(html, at, 'seen')).join('')}</ul>`

let server: Server
let opened: Opened
let links: LinkReading[]

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(request.headers.host === 'www.qinghe.gov.cn' ? `<!doctype html><html><head><title>青禾县</title><style>${STYLE}</style></head><body>${BODY}</body></html>` : '<title>茶</title><p>绿茶</p>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened = await openExtension(`MAP * 127.0.0.1:${(server.address() as AddressInfo).port}`)
  links = (await watchLinks(opened, 'http://www.qinghe.gov.cn/', 150_000)).links
}, 200_000)
afterAll(async () => {
  await opened?.close()
  await new Promise((resolve) => server.close(resolve))
})

const visible = (kind: string, at: number) => links.find(({ raw }) => raw === `http://www.other-${kind}.com/${at}`)?.visible

test.each(HIDDEN.map((html, at) => [html, at] as const))('nobody sees %s', (_, at) => expect(visible('hidden', at)).toBe(false))
test.each(SEEN.map((html, at) => [html, at] as const))('a reader sees %s', (_, at) => expect(visible('seen', at)).toBe(true))
