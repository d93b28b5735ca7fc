import { shownOn } from '../county/addresses.ts'
import { chineseDate, weekday } from '../county/clock.ts'
import type { CountyArticle, CountyColumn, Scene } from '../county/types.ts'
import { footer } from './footer.ts'
import { articleTools, crumbs, rows, toTop } from './parts.ts'
import { changedOn, head, indexTable, paragraphs, titleOf, trail } from './shared.ts'
import type { Head } from './shared.ts'
import { trsHome } from './trs-home.ts'

const NAV: [string, string][] = [
  ['首页', '/'], ['新闻中心', '/xwzx/'], ['政务公开', '/zwgk/'], ['办事服务', '/bsfw/'], ['互动交流', '/hdjl/xzxx/'], ['专题归档', '/ztzl/'],
]

/** The portal's page around its main part. Today's date in the top bar is not the page's date. */
export function portalFrame(scene: Scene, about: Head, main: string): string {
  const { today } = scene.clock
  return `<!DOCTYPE html>
<html lang="zh-CN">
${head(scene, about)}
<body id="top">
<div class="topbar"><div class="wrap"><span>今天是${chineseDate(today)}　${weekday(today)}</span>
<span><a href="/wzdt/">站点地图</a> | <a href="/gywm/">关于我们</a></span></div></div>
<header class="banner"><div class="wrap banner-in">
<a class="brand" href="/"><img src="/images/logo.svg" alt="青禾" width="76"><span><b>青禾县人民政府</b><i>www.qinghe.gov.cn</i></span></a>
<form class="search" action="/search/" method="get"><input name="q" placeholder="请输入关键词" aria-label="站内搜索"><button type="submit">搜索</button></form>
</div></header>
<nav class="nav"><div class="wrap">${NAV.map(([name, path]) => `<a href="${path}">${name}</a>`).join('')}</div></nav>
<main class="wrap main">
${main}
</main>
${footer(scene)}
<script src="/script/portal.js"></script>
</body></html>`
}

function relative(path: string, from: string): string {
  return path.startsWith(from) ? `./${path.slice(from.length)}` : path
}

function list(scene: Scene, column: CountyColumn): string {
  const all = rows(scene, column)
  if (all.length === 0) return `<div class="list-box"><p class="none">${column.emptyWords ?? ''}</p></div>`
  const dates = scene.mended && column.dates === 'none' ? 'full' : column.dates
  const items = all.map((row) => {
    const date = dates === 'none' ? '' : `<span>${dates === 'full' ? row.day : row.day.slice(5)}</span>`
    const top = row.pinned ? '<em class="pin">置顶</em>' : ''
    return `<li>${date}${top}<a href="${relative(row.path, column.path)}" title="${row.title}" target="_blank">${row.title}</a></li>`
  })
  return `<div class="list-box"><ul class="list">\n${items.join('\n')}\n</ul>
<div class="page"><script>createPageHTML(1, 0, "index", "html")</script></div></div>`
}

function side(scene: Scene, column: CountyColumn): string {
  const first = column.parents[0]?.path
  const near = scene.site.columns.filter((one) => !one.apart && one.parents[0]?.path === first)
  const links = near.map((one) => `<li${one === column ? ' class="on"' : ''}><a href="${one.path}">${one.name}</a></li>`)
  return `<aside class="side"><h2>${column.parents[0]?.name ?? column.name}</h2><ul>${links.join('')}</ul></aside>`
}

function column(scene: Scene, one: CountyColumn): string {
  const path = `<div class="crumbs">当前位置：${crumbs(trail(one))}</div>`
  const about = { title: `${one.name}_${scene.site.name}`, column: one }
  if (one.draw) return portalFrame(scene, about, `${path}\n${one.draw(scene)}`)
  if (one.text) {
    const day = changedOn(one, scene)
    return portalFrame(scene, about, `${path}<div class="two">${side(scene, one)}<section class="paper"><h1>${one.name}</h1>
<div class="info">更新时间：${day}　来源：${one.unit}</div><div class="TRS_Editor">${paragraphs(one.text.body, day, scene)}</div></section></div>`)
  }
  const main = `${path}<div class="two">${side(scene, one)}<section class="col"><h1 class="col-name">${one.name}</h1>${list(scene, one)}</section></div>`
  return portalFrame(scene, about, `<script src="/script/page.js"></script>${main}`)
}

function article(scene: Scene, one: CountyColumn, it: CountyArticle): string {
  const day = shownOn(it, scene)
  const title = titleOf(it, scene)
  const main = `<div class="crumbs">当前位置：${crumbs(trail(one))} &gt; 正文</div>
<article class="paper">${it.docNumber ? indexTable(scene, one, it) : ''}
<h1>${title}</h1>
<div class="info"><span>发布时间：${day} ${it.time}</span><span>来源：${it.source}</span>${articleTools}</div>
<div class="content" id="zoom"><div class="TRS_Editor">
${paragraphs(it.body, day, scene)}
</div></div></article>${toTop}`
  return portalFrame(scene, { title: `${title}_${one.name}_${scene.site.name}`, column: one, article: it }, main)
}

/** 拓尔思 WCM: static lists, `t20260401_123.html`, `.TRS_Editor`. */
export const trs = { home: trsHome, column, article }
