import { shownOn } from '../county/addresses.ts'
import type { CountyArticle, CountyColumn, Scene } from '../county/types.ts'
import { footer } from './footer.ts'
import { crumbs, freshRows, rows } from './parts.ts'
import { changedOn, columnAt, head, paragraphs, titleOf, trail } from './shared.ts'
import type { Head } from './shared.ts'

function frame(scene: Scene, about: Head, main: string): string {
  const links = scene.site.columns.map((one) => `<li><a href="${one.path}">${one.name}</a></li>`).join('')
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
${head(scene, about)}
<body>
<div class="banner"><div class="wrap banner-in"><a class="brand" href="/"><img src="/images/logo.svg" alt="青禾" width="64" /><span><b>${scene.site.name}</b><i>守护群众健康</i></span></a></div></div>
<div class="nav"><ul class="wrap"><li><a href="/">首页</a></li>${links}<li><a href="http://www.qinghe.gov.cn/">县政府网站</a></li></ul></div>
<div class="wrap main">
${main}
</div>
${footer(scene)}
</body></html>`
}

function lines(scene: Scene, column: CountyColumn, most: number, part: string): string {
  return freshRows(scene, column, most)
    .map((row, i) => `<li id="line_${part}_${i}"><span>${row.day}</span><a href="${row.path}" title="${row.title}">${row.title}</a></li>`).join('\n')
}

/** Planted: an anchor outside the window, to a host that has nothing to do with the office. */
const hidden = '<div style="position:absolute;left:-9999px;top:0"><a href="http://www.jinlai-qipai.com/">金来棋牌游戏大厅</a></div>'

function home(scene: Scene): string {
  const block = (path: string, part: string): string => `<div class="block"><div class="block-head"><h2><a href="${path}">${columnAt(scene.site, path).name}</a></h2><a class="more" href="${path}">更多</a></div>
<ul class="list">${lines(scene, columnAt(scene.site, path), 5, part)}</ul></div>`
  const main = `${scene.mended ? '' : hidden}<div class="grid-2"><div class="slide"><img src="/images/scene-6.svg" alt="县人民医院" /><p>优质服务 便民就医</p></div>${block('/gzdt.htm', 'u5')}</div>
<div class="grid-2">${block('/tzgg.htm', 'u7')}
<div class="block"><div class="block-head"><h2>服务窗口</h2></div><div class="services"><a href="http://www.qinghe.gov.cn/bsfw/zn/5101.html">卫生许可指南</a><a href="/zcjd.htm">政策解读</a>
<a href="/jggk.htm">机构概况</a><a href="http://www.qinghe.gov.cn/hdjl/xzxx/">县长信箱</a></div></div></div>`
  return frame(scene, { title: scene.site.name }, main)
}

function column(scene: Scene, one: CountyColumn): string {
  const about = { title: `${one.name}-${scene.site.name}`, column: one }
  const path = `<div class="crumbs">当前位置：${crumbs(trail(one), ' &gt;&gt; ')}</div>`
  if (one.text) {
    const day = changedOn(one, scene)
    return frame(scene, about, `${path}<div class="paper"><h1>${one.name}</h1><div class="info">时间：${day}</div><div class="v_news_content">${paragraphs(one.text.body, day, scene)}</div></div>`)
  }
  const items = rows(scene, one).map((row, i) => `<li id="line_u9_${i}"><span>${row.day}</span><a href="${row.path.slice(1)}" title="${row.title}">${row.title}</a></li>`)
  const pager = items.length > 0 ? `<div class="page">共${items.length}条　1/1</div>` : ''
  return frame(scene, about, `${path}<div class="col"><h1 class="col-name">${one.name}</h1><ul class="list">${items.join('\n')}</ul>${pager}</div>`)
}

function article(scene: Scene, one: CountyColumn, it: CountyArticle): string {
  const day = shownOn(it, scene)
  const title = titleOf(it, scene)
  const main = `<div class="crumbs">当前位置：${crumbs(trail(one), ' &gt;&gt; ')} &gt;&gt; 正文</div>
<form name="_newscontent_fromname"><div class="paper"><h1 align="center">${title}</h1>
<div class="info" align="center">${day} ${it.time}　${it.source}　（浏览次数：<span id="dynclicks_wbnews_${it.id}">${it.id % 500 + 36}</span>）</div>
<div id="vsb_content"><div class="v_news_content">
${paragraphs(it.body, day, scene)}
</div></div></div></form>`
  return frame(scene, { title: `${title}-${scene.site.name}`, column: one, article: it }, main)
}

/** 博达 VSB: `/info/1033/5375.htm`, `#vsb_content`; here in GBK. */
export const vsb = { home, column, article }
