import type { LabLink } from './lab.ts'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

function item({ href, kind, tag, written }: LabLink, at: number): string {
  // each in a block of its own, as real pages have them, beside a link that is in order
  if (written) return `<li><span><a href="/index.html">首页${at}</a> <b><a href="${escape(href)}"${written.style ? ` style="${written.style}"` : ''}>${written.text}</a></b></span></li>`
  if (tag === 'img') return `<li><img src="${escape(href)}" alt="图${at}"></li>`
  if (tag === 'area') return `<area shape="rect" coords="${at},0,${at + 1},9" href="${escape(href)}" alt="${kind}">`
  return `<li><a href="${escape(href)}">${kind}之${at}</a><span>2026-03-${10 + (at % 18)}</span></li>`
}

/** The page with all links in a mixed order, every twentieth painted by a script a moment after loading. */
export function listPage(links: LabLink[]): string {
  // a fixed mixing: the n-th link goes to place n·929 mod length, which hits each place once for lengths not divisible by 929
  const mixed = links.map((_, at) => links[(at * 929) % links.length]!)
  const late = mixed.filter((link, at) => at % 20 === 0 && link.tag === 'a')
  const early = mixed.filter((link) => !late.includes(link))
  const lists = early.filter(({ tag }) => tag !== 'area').map(item)
  const columns = Array.from({ length: 20 }, (_, at) => `<h2>栏目${at + 1}</h2><ul>${lists.slice(Math.floor((at * lists.length) / 20), Math.floor(((at + 1) * lists.length) / 20)).join('')}</ul>`)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>鹿原县人民政府链接汇总</title></head><body>
<h1>链接汇总</h1>${columns.join('')}<map name="m">${early.filter(({ tag }) => tag === 'area').map(item).join('')}</map><img usemap="#m" src="data:," alt="">
<ul id="late"></ul><script>setTimeout(function(){document.getElementById('late').innerHTML=${JSON.stringify(late.map(item).join('')).replaceAll('</', '<\\/')}},600)</script></body></html>`
}
