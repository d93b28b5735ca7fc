import { BAND, bandColour, citizenNumber, css, NUMBER, WORD } from './capture-pages.ts'

const plainBands = (bands: number) => Array.from({ length: bands }, (_, n) => `<div class="band" style="background:${css(bandColour(n))}"></div>`).join('')
const odd = (style: string, body: string, more = '') => `<!doctype html><html lang="zh" ${more}><head><title>奇页</title><style>html,body{margin:0} .band{height:${BAND}px} ${style}</style></head><body>${body}</body></html>`

/** Pages of bands that scroll, grow and are drawn in ways of their own. @returns by name: the page, and what a column of its whole picture shows from top to bottom; `cut`: it cannot be taken whole */
export function oddPages(bands: number): Record<string, { page: string; shows: string; width?: number; cut?: true }> {
  const rows = plainBands(bands)
  const all = (height = BAND) => Array.from({ length: bands }, (_, n) => `${n}×${height}`).join(' ')
  const bar = '<div class="bar" style="height:60px;background:rgb(1 2 3)"></div>'
  const onScroll = (deed: string) => `<script>addEventListener('scroll', () => { ${deed} })</script>`
  return {
    'a body that scrolls itself': { page: odd('html,body{height:100%;overflow-x:hidden}', rows), shows: all() },
    'a shell with head, side and a box': {
      page: odd('.side{position:absolute;top:60px;left:0;width:100px;bottom:0;background:rgb(9 9 9)} .box{position:absolute;top:60px;left:100px;right:0;bottom:40px;overflow:auto;scroll-behavior:smooth} .end{position:absolute;bottom:0;left:0;right:0;height:40px;background:rgb(4 5 6)}', `${bar}<div class="side"></div><div class="box">${rows}</div><div class="end"></div>`),
      shows: `1,2,3×60 ${all()} 4,5,6×40`,
    },
    'a head that leaves the text for the window': {
      page: odd('.fixed .bar{position:fixed;top:0;left:0;right:0}', `<div style="height:150px;background:rgb(7 8 9)"></div>${bar}${rows}${onScroll("document.body.classList.toggle('fixed', scrollY > 150)")}`),
      shows: `7,8,9×150 1,2,3×60 ${all()}`,
    },
    'a notice that comes meanwhile': { page: odd('', `${rows}${onScroll("if (scrollY > 400 && !document.querySelector('.bar')) document.body.insertAdjacentHTML('afterbegin', `" + bar + "`)")}`), shows: all() },
    'a notice that goes meanwhile': { page: odd('', `${bar}${rows}${onScroll("if (scrollY > 400) document.querySelector('.bar')?.remove()")}`), shows: `1,2,3×60 ${all()}` },
    'a list that gets more above its foot meanwhile': {
      page: odd('', `<main>${rows}</main><div style="height:300px;background:rgb(4 5 6)"></div>${onScroll("const main = document.querySelector('main'); if (scrollY > 900 && main.children.length === " + bands + ") main.insertAdjacentHTML('beforeend', `" + bar + "`)")}`),
      shows: `${all()} 1,2,3×60 4,5,6×300`,
    },
    'a fixed head in a shadow root': { page: odd('', `<x-head></x-head>${rows}<script>document.querySelector('x-head').attachShadow({ mode: 'open' }).innerHTML = '<div style="position:fixed;top:0;left:0;right:0;height:40px;background:rgb(1 2 3)"></div>'</script>`), shows: `1,2,3×40 ${all().replace('0×100', '0×60')}` },
    'rows that fade and move in': {
      page: odd('.band{opacity:0;transform:translateY(80px);transition:opacity .5s,transform .5s} .band.on{opacity:1;transform:none}', `${rows}<script>const seen = new IntersectionObserver((all) => all.forEach(({ isIntersecting, target }) => isIntersecting && target.classList.add('on'))); document.querySelectorAll('.band').forEach((band) => seen.observe(band))</script>`),
      shows: all(),
    },
    'a fixed shell with a box': {
      page: odd('.shell{position:fixed;top:150px;left:0;right:0;bottom:0} .box{height:100%;overflow:auto}', `<div style="height:150px;background:rgb(7 8 9)"></div><div class="shell"><div class="box">${rows}</div></div>`),
      shows: `7,8,9×150 ${all()}`,
    },
    'a notice over the window': {
      page: odd('.over{position:fixed;top:0;right:0;bottom:0;left:0;background:rgb(1 2 3)}', `${rows}<div class="over"></div>`),
      // Our own bar stands under what is taken first.
      shows: `1,2,3×743 ${all().replace(/^.*?7×100/, '7×57')}`,
    },
    'a watermark over the window': {
      page: odd('.water{position:fixed;top:0;right:0;bottom:0;left:0;pointer-events:none} .water i{position:absolute;left:690px;top:0;width:20px;bottom:0;background:rgb(4 5 6)}', `${rows}<div class="water"><i></i></div>`),
      shows: `4,5,6×${bands * BAND}`,
    },
    'wide, from right to left': { page: odd('main{width:1500px}', `<main>${rows}</main>`, 'dir="rtl"'), shows: all(), width: 1500 },
    // What our own bar covers is taken at the next stop, which never comes.
    'a page that lets nobody scroll': { page: odd('', `${rows}${onScroll('scrollTo(0, 0)')}`), shows: all().replace(/ 7×100.*$/, ' 7×43'), cut: true },
    'drawn larger as a whole': { page: odd('html{zoom:1.25}', rows), shows: all(BAND * 1.25) },
  }
}

/** Words as one patch of a colour, so that its pixels tell where they are. */
const patch = (colour: string, words: string) => `<span style="background:rgb(${colour.replaceAll(',', ' ')});color:rgb(${colour.replaceAll(',', ' ')});font:24px/40px sans-serif">${words}</span>`
const place = patch(WORD, '错字在此').replace('<span', '<span id="word"')
/** The place in what is over the page: a dialog that blocks it, a menu that a click elsewhere closes (by the browser, by the page's own script). */
export const OVER_PAGES = {
  'a dialog': odd('', `<p>正文</p><dialog style="padding:40px;margin:100px">${place}</dialog><script>document.querySelector('dialog').showModal()</script>`),
  'a menu of the browser': odd('', `<p>正文</p><div popover style="padding:40px;margin:100px">${place}</div><script>document.querySelector('[popover]').showPopover()</script>`),
  'a menu of the page': odd('', `<p>正文</p><div id="menu" style="padding:40px;margin:100px">${place}</div><script>for (const name of ['pointerdown', 'mousedown', 'click']) document.addEventListener(name, ({ target }) => { if (!target.closest('#menu')) document.querySelector('#menu').style.display = 'none' })</script>`),
  'what fills the screen': odd('#full{background:#fff}', `<p>正文</p><div id="full"><p style="margin:100px">${place}</p></div><script>addEventListener('click', () => document.querySelector('#full').requestFullscreen(), { once: true })</script>`),
  'a page drawn larger and moved': odd('html{zoom:1.25;transform:translateX(40px)}', `<p style="margin:100px">${place}</p>`),
}

const number = (n: number) => `<p>姓名：李某某，身份证号：${patch(NUMBER, citizenNumber(`370199198501${10 + n}100`))}，住青禾县。</p>`

const CLOCK = "<p id=clock></p><script>setInterval(() => { document.querySelector('#clock').textContent = Date.now() }, 150)</script>"

/** Numbers of persons that are not where, or not yet there when, the page was read. `next`: the page's own function that brings another. */
export const PERSONAL_PAGES = {
  'is glided to': odd('html{scroll-behavior:smooth}', `<h1>公示</h1><div style="height:2600px"></div>${number(1)}<div style="height:1600px"></div>`),
  'comes to a page that never rests': odd('', `<h1>公示</h1>${CLOCK}<main>名单</main><script>window.next = () => { document.querySelector('main').innerHTML = \`${number(2)}\` }</script>`),
  'comes while the page is walked over': odd('', `<h1>公示</h1>${number(3)}${CLOCK}<div style="height:900px"></div><main></main><script>const more = [${[4, 5, 6].map((n) => `\`<div style="height:300px"></div>${number(n)}\``).join()}]; addEventListener('scroll', () => { if (more.length) document.querySelector('main').insertAdjacentHTML('beforeend', more.shift()) })</script>`),
  'stands in a fixed head': odd('.head{position:fixed;top:0;left:0;right:0;background:#fff}', `<div class="head">${number(8)}</div>${plainBands(16)}`),
  'was not read yet': odd('', `<h1>公示</h1>${number(7)}${'<p>现将拟补助人员予以公示，公示期五天，有异议的向县民政局反映。</p>'.repeat(3000)}`),
}

/** The same in the first part of a page that takes its time. The browser draws what it has once there is enough of it. */
export const UNREAD_PAGE = odd('', `<h1>公示</h1>${number(9)}${'<p>现将拟补助人员予以公示。</p>'.repeat(200)}`).replace('</body></html>', '')
