import { chance, paragraphs, PROSE, titleOf } from './prose.ts'

/** A picture to be made: a page to be drawn, and what stands on it. */
export interface Sheet {
  /** `set-what`: pictures of one set are compared with each other. */
  name: string
  html: string
  width: number
  /** Null: as high as the page is. */
  height: number | null
  /** JPEG quality, 0 to 100; null for PNG. */
  jpeg: number | null
  /** A PNG whose letters stand on nothing. */
  transparent?: boolean
  truth: string
}

interface Look {
  font?: string
  weight?: number
  size?: number
  color?: string
  background?: string
  width?: number
  length?: number
  extra?: string
}

export const FONTS: Record<string, string> = { sans: 'Noto Sans CJK SC', serif: 'Noto Serif CJK SC', droid: 'Droid Sans Fallback' }

export const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const paragraph = (text: string) => `<p>${escaped(text)}</p>`

function styled({ font = 'sans', weight = 400, size = 16, color = '#000', background = '#fff', extra = '' }: Look, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>*{box-sizing:border-box}html{background:#fff}
body{margin:0;padding:${Math.round(size * 1.5)}px;font:${weight} ${size}px/1.75 '${FONTS[font] ?? font}',sans-serif;color:${color};background:${background}}
h1{font-size:1.6em;text-align:center;margin:.2em 0 .6em;line-height:1.4}p{margin:0 0 .6em;text-indent:2em}${extra}</style><body>${body}</body></html>`
}

function plain(name: string, seed: number, look: Look, jpeg: number | null = null): Sheet {
  const random = chance(seed)
  const title = titleOf(random)
  const said = paragraphs(random, look.length ?? 300)
  const width = look.width ?? Math.max(400, Math.min(1200, (look.size ?? 16) * 34))
  return { name, html: styled(look, `<h1>${escaped(title)}</h1>${said.map(paragraph).join('')}`), width, height: null, jpeg, truth: [title, ...said].join('\n') }
}

/** Lines of one paragraph each, in columns side by side; read column by column. */
function columns(name: string, seed: number, count: number, size: number): Sheet {
  const said = Array.from({ length: count }, (_, at) => paragraphs(chance(seed + at), 220))
  const body = said.map((column) => `<div style="flex:1">${column.map(paragraph).join('')}</div>`).join('')
  return { name, html: styled({ size, extra: 'body{display:flex;gap:2.5em}' }, body), width: size * 22 * count, height: null, jpeg: null, truth: said.flat().join('\n') }
}

function table(name: string, seed: number, size: number): Sheet {
  const random = chance(seed)
  const units = ['财政局', '教育和体育局', '农业农村局', '住房和城乡建设局', '卫生健康局', '市场监督管理局', '自然资源局', '交通运输局']
  const rows = [['序号', '责任单位', '完成数量', '占比', '截止日期'], ...units.map((unit, at) => [`${at + 1}`, `青禾县${unit}`, `${Math.floor(random() * 900 + 100)}件`, `${(random() * 100).toFixed(1)}%`, `2026年${Math.floor(random() * 12 + 1)}月${Math.floor(random() * 28 + 1)}日`])]
  const body = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
  return { name, html: styled({ size, extra: 'td{border:1px solid #333;padding:.3em .8em}table{border-collapse:collapse}' }, body), width: size * 42, height: null, jpeg: null, truth: rows.map((row) => row.join(' ')).join('\n') }
}

/** 一图读懂: a banner, numbered cards in colours, a footer. */
function cards(name: string, seed: number, width: number, count: number): Sheet {
  const random = chance(seed)
  const colors = ['#c7000b', '#1f6feb', '#0b7a4b', '#b45309', '#6b21a8']
  const title = titleOf(random)
  const said = Array.from({ length: count }, (_, at) => [`${'一二三四五六七八九十'[at % 10]}、${titleOf(random)}`, ...paragraphs(random, 90 + random() * 120)])
  const card = ([head, ...texts]: string[], at: number) => {
    const color = colors[at % colors.length]
    const inverted = at % 3 === 2
    return `<section style="background:${inverted ? color : '#fff'};color:${inverted ? '#fff' : '#222'};border:2px solid ${color}"><h2 style="background:${inverted ? '#fff' : color};color:${inverted ? color : '#fff'}">${escaped(head!)}</h2>${texts.map(paragraph).join('')}</section>`
  }
  const extra = `body{padding:0}header{background:linear-gradient(135deg,#c7000b,#ff7a45);color:#fff;text-align:center;padding:2em 1em;font-size:1.8em;font-weight:700}
section{margin:1.2em;padding:1.2em;border-radius:14px}h2{display:inline-block;margin:0 0 .6em;padding:.2em 1em;border-radius:1em;font-size:1.15em}footer{background:#333;color:#ddd;padding:1em;text-align:center}`
  const body = `<header>${escaped(title)}</header>${said.map(card).join('')}<footer>青禾县人民政府办公室 2026年11月制</footer>`
  return { name, html: styled({ size: Math.round(width / 42), background: '#fdf3ec', extra }, body), width, height: null, jpeg: null, truth: [title, ...said.flat(), '青禾县人民政府办公室 2026年11月制'].join('\n') }
}

const photo = (alpha: number, dark: boolean) => `position:relative}body::before{content:'';position:absolute;inset:0;z-index:-1;background:${dark ? '#203040' : '#e8e4da'} url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' width='600' height='600'><filter id='f'><feTurbulence type='fractalNoise' baseFrequency='.012 .02' numOctaves='5' seed='7'/><feColorMatrix values='1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0 ${alpha}'/></filter><rect width='600' height='600' filter='url(#f)'/></svg>`)}")`

/** What looks like writing by hand: letters turned, moved and bent, the font under them no longer to be seen. No truth: what counts is that it is said. */
export function byHand(seed: number, bend: number): string {
  const random = chance(seed)
  const letter = (one: string) => `<span style="display:inline-block;transform:rotate(${((random() - 0.5) * 24).toFixed(1)}deg) translate(${((random() - 0.5) * 4).toFixed(1)}px,${((random() - 0.5) * 6).toFixed(1)}px) skewX(${(random() * 10 - 12).toFixed(1)}deg) scale(${(0.85 + random() * 0.3).toFixed(2)})">${escaped(one)}</span>`
  const body = paragraphs(random, 110).map((text) => `<p>${[...text].map(letter).join('')}</p>`).join('')
  const filter = `<svg width="0" height="0" style="position:absolute"><filter id="bent" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="turbulence" baseFrequency=".03" numOctaves="2" seed="3"/><feDisplacementMap in="SourceGraphic" scale="${bend}"/></filter></svg>`
  return styled({ size: 26, color: '#1d2b53', background: '#fffef8' }, `${filter}<div style="filter:url(#bent)">${body}</div>`)
}

/** Vertical writing, from right to left. */
export function upright(seed: number, size: number): string {
  return styled({ font: 'serif', size }, `<div style="writing-mode:vertical-rl;height:${size * 16}px">${paragraphs(chance(seed), 90).map(paragraph).join('')}</div>`)
}

/** A red seal over the last lines of a notice, where the office and the day stand: its ring of letters and its star are no text of it. */
function sealed(name: string, seed: number, size: number, jpeg: number | null): Sheet {
  const said = paragraphs(chance(seed), 90)
  const signed = ['青禾县人民政府办公室', '2026年11月20日']
  const around = [...'青禾县人民政府办公室'].map((one, at) => `<text transform="rotate(${at * 28 - 126} 100 100)" x="100" y="38" text-anchor="middle" font-size="24" font-family="Noto Serif CJK SC">${one}</text>`).join('')
  const seal = `<svg viewBox="0 0 200 200" style="position:absolute;right:${size * 2}px;bottom:${size}px;width:${size * 8}px;opacity:.8;mix-blend-mode:multiply;fill:#e11b22"><circle cx="100" cy="100" r="94" fill="none" stroke="#e11b22" stroke-width="6"/><path d="M100 66l8 25h26l-21 15 8 25-21-15-21 15 8-25-21-15h26z"/>${around}</svg>`
  const body = `${said.map(paragraph).join('')}<div style="position:relative;text-align:right;padding:${size * 3}px ${size * 2}px ${size * 2}px">${signed.map((one) => `<div>${one}</div>`).join('')}${seal}</div>`
  return { name, html: styled({ font: 'serif', size }, body), width: size * 32, height: null, jpeg, truth: [...said, ...signed].join('\n') }
}

/** Letters that lean: all of a page as browsers lean them, by so many degrees, and a head and a lead over upright text. */
function slanted(seed: number): Sheet[] {
  const made: Sheet[] = []
  for (const font of Object.keys(FONTS)) for (const size of [14, 16, 20, 28]) made.push(plain(`slant-${font}-${size}`, seed++, { font, size, extra: 'body{font-style:italic}' }))
  for (const degrees of [12, 16, 20]) made.push(plain(`slant-${degrees}deg`, seed++, { size: 18, extra: `h1,p{transform:skewX(${-degrees}deg);margin-left:3em;margin-right:3em}` }))
  for (const size of [14, 18]) made.push(plain(`slant-head-${size}`, seed++, { size, extra: 'h1,h1+p{font-style:italic}' }))
  made.push(plain('slant-white-red', seed++, { size: 22, color: '#fff', background: '#c7000b', extra: 'body{font-style:italic}' }), plain('slant-jpeg', seed++, { size: 18, extra: 'body{font-style:italic}' }, 50))
  return made
}

/** The development pictures but the posters. */
export function sheets(): Sheet[] {
  const made: Sheet[] = []
  let seed = 100
  for (const font of Object.keys(FONTS)) for (const size of [12, 14, 16, 18, 20, 24, 28, 32, 40]) made.push(plain(`clean-${font}-${size}`, seed++, { font, size }))
  for (const size of [14, 16, 20, 28]) made.push(plain(`bold-sans-${size}`, seed++, { weight: 700, size }), plain(`bold-serif-${size}`, seed++, { font: 'serif', weight: 700, size }))
  const pairs: [string, string, string][] = [['grey', '#777', '#fff'], ['lightgrey', '#999', '#fff'], ['white-red', '#fff', '#c7000b'], ['yellow-red', '#ffe36e', '#b00010'], ['white-blue', '#fff', '#1f5fbf'], ['white-black', '#fff', '#111'], ['red-cream', '#c00', '#fdf3e1'], ['blue-pale', '#123a7a', '#dcebff'], ['gold-dark', '#e9c46a', '#1d3557'], ['green', '#0a5', '#eafaf0']]
  for (const [what, color, background] of pairs) for (const size of [16, 22]) made.push(plain(`color-${what}-${size}`, seed++, { color, background, size }))
  for (const size of [16, 24]) {
    made.push(plain(`gradient-light-${size}`, seed++, { size, background: 'linear-gradient(160deg,#fff,#9fc5e8)' }), plain(`gradient-dark-${size}`, seed++, { size, color: '#fff', background: 'linear-gradient(160deg,#0b3d91,#c7000b)' }))
    made.push(plain(`gradient-mid-${size}`, seed++, { size, background: 'linear-gradient(90deg,#ffd9a0,#a0ffd9 50%,#d9a0ff)' }))
    made.push(plain(`photo-light-${size}`, seed++, { size, background: 'none', extra: `body{${photo(0.35, false)}}` }), plain(`photo-dark-${size}`, seed++, { size, color: '#fff', background: 'none', extra: `body{${photo(0.45, true)}}` }))
  }
  for (const size of [14, 18]) made.push(columns(`columns-2-${size}`, seed++, 2, size), columns(`columns-3-${size}`, seed += 3, 3, size), table(`table-${size}`, seed++, size))
  for (const quality of [20, 40, 60, 80]) for (const size of [14, 18, 24]) made.push(plain(`jpeg-q${quality}-${size}`, seed++, { size }, quality))
  for (const degrees of [-2, -1, 0.5, 1, 1.5, 2]) made.push(plain(`skew-${degrees}`, seed++, { size: 20, extra: `body{transform:rotate(${degrees}deg);margin:30px}` }), plain(`skew-${degrees}-small`, seed++, { size: 15, font: 'serif', extra: `body{transform:rotate(${degrees}deg);margin:30px}` }))
  for (const width of [640, 800, 1000]) made.push(cards(`cards-${width}`, seed++, width, 5), { ...cards(`cards-${width}-jpeg`, seed++, width, 4), jpeg: 60 })
  made.push({ ...cards('long-cards', seed++, 1000, 14), height: 8000 }, { ...plain('long-plain', seed++, { size: 24, width: 1000, length: 4200 }), height: 8000 })
  for (const font of ['sans', 'serif']) made.push({ ...plain(`screen-${font}`, seed++, { font, size: 20, width: 1280, length: 560 }), height: 800 })
  made.push(plain('scan-serif', seed++, { font: 'serif', size: 26, color: '#333', background: '#f3f0e8', extra: "body{filter:blur(.6px) contrast(.85)}" }, 50), plain('spaced-sans', seed++, { size: 20, extra: 'body{letter-spacing:.25em}' }), plain('tight-serif', seed++, { size: 16, font: 'serif', extra: 'body{line-height:1.25}' }))
  made.push({ name: 'none-blank', html: styled({}, ''), width: 600, height: 400, jpeg: null, truth: '' }, { name: 'none-photo', html: styled({ background: 'none', extra: `body{${photo(1, true)};height:100vh}` }, ''), width: 600, height: 400, jpeg: 80, truth: '' })
  for (const quality of [15, 20, 40]) for (const size of [14, 16, 20]) made.push(plain(`jpeg-serif-q${quality}-${size}`, seed++, { font: 'serif', size }, quality))
  const short = PROSE[5]!.slice(0, 14)
  made.push(...slanted(600))
  for (const size of [18, 26]) made.push(sealed(`seal-${size}`, seed++, size, null), sealed(`seal-${size}-jpeg`, seed++, size, 60))
  for (const size of [20, 32]) {
    made.push(plain(`outline-${size}`, seed++, { size, weight: 700, extra: 'body{color:transparent;-webkit-text-stroke:1px #c00}' }), plain(`rim-${size}`, seed++, { size, weight: 700, color: '#ffe36e', background: '#1f5fbf', extra: 'body{-webkit-text-stroke:4px #900;paint-order:stroke fill}' }))
    made.push(plain(`shadow-${size}`, seed++, { size, extra: 'body{text-shadow:2px 2px 2px rgba(0,0,0,.5)}' }), plain(`shadow-hard-${size}`, seed++, { size, color: '#fff', background: '#e8a33d', extra: 'body{text-shadow:2px 2px 0 #8a4b00}' }), plain(`glow-${size}`, seed++, { size, color: '#b00', background: 'none', extra: `body{text-shadow:0 0 4px #fff,0 0 4px #fff;${photo(0.6, true)}}` }))
  }
  made.push({ name: 'short-line', html: styled({ size: 18 }, `<p>${short}</p>`), width: 400, height: null, jpeg: null, truth: short })
  return made
}
