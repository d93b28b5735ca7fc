import { chance, paragraphs } from './prose.ts'
import { escaped, FONTS, type Sheet } from './sheets.ts'

interface Poster {
  name: string
  /** Lines of the title. */
  title: string[]
  /** Pixels of a letter of the title, and of the print beside it. */
  high: number
  low: number
  font?: keyof typeof FONTS
  color?: string
  ground?: string
  /** Card under the print; null: right on the ground. */
  card?: string | null
  /** Of the print, where it stands on a card. */
  ink?: string
  /** The title over the print, or in a column at its left. */
  beside?: boolean
  columns?: number
  jpeg?: number | null
  transparent?: boolean
}

/** One of each kind that editors make: titles of 100 to 208 px over or beside print of 16 to 28 px. */
const KINDS: readonly Poster[] = [
  { name: 'red-100', title: ['惠农补贴发放指南'], high: 100, low: 16, color: '#fff', ground: '#c7000b', card: '#fff8ee' },
  { name: 'blue-120', title: ['医保缴费', '一图读懂'], high: 120, low: 20, color: '#ffe36e', ground: 'linear-gradient(160deg,#0b3d91,#1f6feb)', card: '#fff' },
  { name: 'cream-serif-140', title: ['森林防火须知'], high: 140, low: 22, font: 'serif', color: '#9b1c1c', ground: '#fdf3e1', card: null },
  { name: 'green-160', title: ['便民服务'], high: 160, low: 24, color: '#fff', ground: '#0b7a4b', card: null },
  { name: 'white-180', title: ['以旧换新'], high: 180, low: 18, color: '#c00', ground: '#fff', card: null },
  { name: 'dark-208', title: ['防汛避险'], high: 208, low: 28, color: '#e9c46a', ground: '#1d3557', card: null },
  { name: 'serif-208', title: ['安全生产'], high: 208, low: 16, font: 'serif', color: '#fff', ground: 'linear-gradient(180deg,#b00010,#7a0008)', card: '#fff' },
  { name: 'beside-110', title: ['政策', '解读'], high: 110, low: 16, color: '#fff', ground: '#1f5fbf', card: '#eef4ff', beside: true },
  { name: 'beside-150', title: ['供暖', '公告'], high: 150, low: 20, color: '#b45309', ground: '#fff7e6', card: null, beside: true },
  { name: 'beside-serif-190', title: ['招聘', '简章'], high: 190, low: 24, font: 'serif', color: '#123a7a', ground: '#dcebff', card: null, beside: true },
  { name: 'columns-130', title: ['营商环境二十条'], high: 130, low: 18, color: '#fff', ground: '#6b21a8', card: '#fff', columns: 2 },
  { name: 'columns-170', title: ['民生实事'], high: 170, low: 20, color: '#0a5', ground: '#eafaf0', card: null, columns: 2 },
  { name: 'jpeg-120', title: ['冬季流感防护'], high: 120, low: 18, color: '#fff', ground: '#d9480f', card: '#fff4e6', jpeg: 60 },
  { name: 'jpeg-serif-180', title: ['预约办理'], high: 180, low: 24, font: 'serif', color: '#7a0008', ground: '#f3f0e8', card: null, jpeg: 40 },
  { name: 'nothing-120', title: ['垃圾分类指南'], high: 120, low: 24, color: '#fff', card: null, transparent: true },
]

function poster({ name, title, high, low, font = 'sans', color = '#fff', ground = 'transparent', card = null, ink = card ? '#222' : color, beside = false, columns = 1, jpeg = null, transparent }: Poster, seed: number): Sheet {
  const said = Array.from({ length: columns }, (_, at) => paragraphs(chance(seed + at), beside ? 150 : 170))
  const letters = Math.max(...title.map((line) => line.length))
  const side = Math.round(high * 0.3)
  const width = Math.max(beside ? letters * high + low * 28 : letters * high, low * 26 * columns) + 3 * side
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}
body{padding:${side}px;background:${ground};font:400 ${low}px/1.75 '${FONTS[font]}',sans-serif;color:${ink}}
h1{font:700 ${high}px/1.2 '${FONTS[font]}',sans-serif;color:${color};white-space:nowrap${beside ? '' : `;text-align:center;margin-bottom:${side}px`}}
main{display:flex;gap:${low * 2}px${beside ? ';flex:1' : ''}}main>div{flex:1;${card ? `background:${card};padding:${low}px;border-radius:${low}px` : ''}}p{text-indent:2em;margin-bottom:.6em}${beside ? `body{display:flex;gap:${side}px;align-items:center}` : ''}</style>
<body><h1>${title.map(escaped).join('<br>')}</h1><main>${said.map((column) => `<div>${column.map((text) => `<p>${escaped(text)}</p>`).join('')}</div>`).join('')}</main></body></html>`
  return { name: `poster-${name}`, html, width, height: null, jpeg, truth: [...title, ...said.flat()].join('\n'), ...(transparent ? { transparent } : {}) }
}

/** Posters: a title of large letters, and small print. */
export function posters(): Sheet[] {
  return KINDS.map((kind, at) => poster(kind, 900 + at * 3))
}
