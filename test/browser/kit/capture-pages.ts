import { crc32, deflateSync } from 'node:zlib'
import type { Served } from './pages.ts'

/** Height of a band, in CSS pixels. */
export const BAND = 100
/** Height of the fixed head. */
export const HEAD = 40

/** Colour of the n-th band: no two near each other are alike. */
export function bandColour(n: number): [number, number, number] {
  return [(n * 47 + 20) % 256, (n * 91 + 60) % 256, (n * 29 + 120) % 256]
}

export const css = ([r, g, b]: readonly number[]) => `rgb(${r} ${g} ${b})`

const STYLE = `html,body{margin:0;background:#fff} .band{height:${BAND}px;position:relative} img{display:block}`

/** A page of bands of known colours under a fixed head; every fifth band is a lazy picture, the tenth one's address waits in data-src until it is scrolled to. */
export function bandsPage(bands: number): string {
  const rows = Array.from({ length: bands }, (_, n) => {
    if (n % 5 !== 3) return `<div class="band" id="b${n}" style="background:${css(bandColour(n))}"></div>`
    const src = n === 13 ? `src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="/p/${n}.png"` : `src="/p/${n}.png" loading="lazy"`
    return `<div class="band" id="b${n}"><img ${src} width="300" height="${BAND}" style="width:100%"></div>`
  })
  return `<!doctype html><html lang="zh"><head><title>色带</title><style>${STYLE}
    .head{position:fixed;top:0;left:0;right:0;height:${HEAD}px;background:rgb(1 2 3);z-index:5}
    .foot{position:fixed;bottom:0;right:0;width:60px;height:30px;background:rgb(4 5 6);z-index:5}
    .stick{position:sticky;top:${HEAD}px;height:20px;background:rgb(7 8 9);z-index:4}</style></head>
    <body><div class="head" style="color: red"></div><div class="foot"></div><main>${rows.slice(0, 4).join('')}<div class="stick"></div>${rows.slice(4).join('')}</main>
    <input id="field" style="position:absolute;top:150px;left:20px">
    <script>
      addEventListener('scroll', () => document.querySelectorAll('img[data-src]').forEach((img) => {
        const { top } = img.getBoundingClientRect()
        if (top < innerHeight && img.getAttribute('src') !== img.dataset.src) img.setAttribute('src', img.dataset.src)
      }))
    </script></body></html>`
}

/** A PNG of one colour. */
function plainPng([r, g, b]: readonly [number, number, number], width = 300, height = BAND): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: width }, () => [r, g, b]).flat())])
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(type, 4)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
    return Buffer.concat([head, data, check])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))), chunk('IEND', Buffer.alloc(0))])
}

/** The pictures of `bandsPage`. */
export function bandPicture(address: string): Served | null {
  const n = /\/p\/(\d+)\.png$/.exec(address)?.[1]
  return n === undefined ? null : { body: plainPng(bandColour(Number(n))), type: 'image/png' }
}

export const WORD = '12,200,7'

/** A page with one place of a colour of its own, to be selected, framed and picked. */
export const PLACE_PAGE = `<!doctype html><html lang="zh"><head><title>一处</title><style>html,body{margin:0}
  p{margin:150px 0 0 90px;font:30px/60px sans-serif} #word{display:inline-block;padding:0;background:rgb(12 200 7);color:rgb(12 200 7)} ::selection{background:rgb(12 200 7);color:rgb(12 200 7)}</style></head>
  <body><p>请看<span id="word">错字在此</span>后面的话</p><p style="margin-top:900px">页尾</p></body></html>`

export const NUMBER = '200,10,90'

/** A notice with a made-up citizen number of its own colour, far down the page. */
export function personalPage(id: string): string {
  return `<!doctype html><html lang="zh"><head><title>公示</title><style>html,body{margin:0} p{margin:20px;font:24px/40px sans-serif} i{font-style:normal;background:rgb(200 10 90);color:rgb(200 10 90)}</style></head>
  <body><h1>拟补助人员公示</h1><p>现将拟补助人员予以公示。</p><p style="margin-top:1100px">姓名：李某某，身份证号：<i>${id}</i>，住青禾县。</p><p style="margin-top:600px">联系单位：县民政局</p></body></html>`
}

/** Fields that show made-up personal data in a colour of its own, one of them in a shadow root, and as many that show none. `id`, `mobile`, `card`: the data. */
export function formPage(id: string, mobile: string, card: string): string {
  const field = (value: string, more: string, label = '') => `<p><label>${label}<input ${more} value="${value}"></label></p>`
  return `<!doctype html><html lang="zh"><head><title>进度查询</title><style>html,body{margin:0} p{margin:20px;font:24px/40px sans-serif} textarea,input{font:24px/40px sans-serif;border:3px solid #999;padding:2px}
    .told input,.told textarea{background:rgb(${NUMBER.replaceAll(',', ' ')});color:rgb(${NUMBER.replaceAll(',', ' ')});border-color:rgb(${NUMBER.replaceAll(',', ' ')})}</style></head><body><h1>办事进度查询</h1>
    <div class="told">${field(id, 'type="text"', '证件')}${field(mobile, 'type="tel"', '联系电话')}</div>
    ${field('13800138', 'type="text"', '编号')}${field(id, 'type="password"', '密码')}${field(id, 'autocomplete="current-password"')}${field(mobile, 'type="text" style="visibility:hidden"')}
    <div class="told" style="margin-top:900px">${field(card, '', '银行卡号')}<p><textarea>家庭住址：青禾县城关镇和平路18号院3号楼2单元501室</textarea></p></div><x-form class="told"></x-form>
    <div style="height:700px"></div><script>document.querySelector('x-form').attachShadow({ mode: 'open' }).innerHTML = '<style>input{font:24px/40px sans-serif;border:0;background:rgb(${NUMBER.replaceAll(',', ' ')});color:rgb(${NUMBER.replaceAll(',', ' ')})}</style><input type="search" value="${id}">'</script></body></html>`
}

/** A page that puts more under itself whenever its end is near. */
export const ENDLESS_PAGE = `<!doctype html><html lang="zh"><head><title>没有尽头</title><style>html,body{margin:0} .b{height:500px}</style></head><body>
  <main></main><script>
    const main = document.querySelector('main')
    let n = 0
    const more = () => { const b = document.createElement('div'); b.className = 'b'; b.style.background = 'hsl(' + (n++ * 40) + ' 60% 60%)'; main.append(b) }
    for (let i = 0; i < 4; i++) more()
    addEventListener('scroll', () => { while (document.documentElement.scrollHeight - scrollY - innerHeight < 900) more() })
  </script></body></html>`

/** A made-up number with its right check digit (GB 11643). */
export function citizenNumber(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return seventeen + '10X98765432'[[...seventeen].reduce((sum, digit, at) => sum + Number(digit) * weights[at]!, 0) % 11]!
}
