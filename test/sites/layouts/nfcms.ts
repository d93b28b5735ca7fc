import { shownOn } from '../county/addresses.ts'
import type { CountyArticle, CountyColumn, Scene } from '../county/types.ts'
import { footer } from './footer.ts'
import type { JiucuoFault } from './footer.ts'
import { crumbs, freshRows, rows, toTop } from './parts.ts'
import { changedOn, columnAt, head, paragraphs, titleOf, trail } from './shared.ts'
import type { Head } from './shared.ts'

function frame(scene: Scene, about: Head, main: string, fault: JiucuoFault = null): string {
  const links = scene.site.columns.map((one) => `<a href="${one.path}">${one.name}</a>`).join('')
  const post = about.article ? `NFCMS_POST_ID = '${about.article.id}'; NFCMS_PUB_TYPE = 'article'` : "NFCMS_PUB_TYPE = 'page'"
  return `<!DOCTYPE html>
<html lang="zh-CN">
${head(scene, about)}
<body id="top">
<script>var NFCMS_SITE_ID = '770004'; var ${post.replace('; ', '; var ')}</script>
<header class="banner"><div class="wrap banner-in"><a class="brand" href="/"><img src="/images/logo.svg" alt="青禾" width="64"><span><b>${scene.site.name}</b><i>${scene.site.host}</i></span></a></div></header>
<nav class="nav"><div class="wrap"><a href="/">首页</a>${links}<a href="http://www.qinghe.gov.cn/">县政府网站</a></div></nav>
<div class="wrap main">
${main}
</div>
${footer(scene, fault)}
</body></html>`
}

function home(scene: Scene): string {
  const block = (path: string): string => `<div class="block"><div class="block-head"><h2><a href="${path}">${columnAt(scene.site, path).name}</a></h2><a class="more" href="${path}">更多</a></div>
<dl class="dl-list">${freshRows(scene, columnAt(scene.site, path), 5).map((row) => `<dd><em>${row.day.replaceAll('-', '/')}</em><a href="${row.path}">${row.title}</a></dd>`).join('\n')}</dl></div>`
  const main = `<div class="grid-2"><div class="slide"><img src="/images/scene-5.svg" alt="青禾田园"><p>禾丰镇连片农田</p></div>${block('/xwdt/')}</div>
<div class="grid-2">${block('/zwgk/tzgg/')}
<div class="block"><div class="block-head"><h2>专题服务</h2></div><div class="services"><a href="{{javascript:;=>/xwdt/}}">乡村振兴专题</a><a href="http://www.qinghe.gov.cn/bsfw/zn/5102.html">农药经营许可指南</a>
<a href="/zwgk/jgzn/">机构职能</a><a href="http://www.qinghe.gov.cn/hdjl/xzxx/">县长信箱</a></div></div></div>`
  return frame(scene, { title: scene.site.name }, main, 'missing')
}

function column(scene: Scene, one: CountyColumn): string {
  const about = { title: `${one.name} - ${scene.site.name}`, column: one }
  const path = `<div class="crumbs">您的位置：${crumbs(trail(one))}</div>`
  if (one.text) {
    const day = changedOn(one, scene)
    return frame(scene, about, `${path}<div class="paper"><h1>${one.name}</h1><div class="info">发布日期：${day.replaceAll('-', '/')}</div><div class="article-content">${paragraphs(one.text.body, day, scene)}</div></div>`)
  }
  const items = rows(scene, one).map((row) => `<li><a href="http://${scene.site.host}${row.path}" title="${row.title}">${row.title}</a><span class="time">${row.day.replaceAll('-', '/')}</span></li>`)
  return frame(scene, about, `${path}<div class="col"><h1 class="col-name">${one.name}</h1><ul class="news_list">${items.join('\n')}</ul><div class="page">第1页　共1页</div></div>`)
}

function article(scene: Scene, one: CountyColumn, it: CountyArticle): string {
  const day = shownOn(it, scene)
  const title = titleOf(it, scene)
  const [y, m, d] = day.split('-')
  const main = `<div class="crumbs">您的位置：${crumbs(trail(one))} &gt; 正文</div>
<div class="paper"><h1 class="title">${title}</h1>
<div class="info"><span>时间：${y}年${m}月${d}日 ${it.time}</span><span>来源：${it.source}</span></div>
<div class="article-content">
${paragraphs(it.body, day, scene)}
</div></div>${toTop}`
  return frame(scene, { title: `${title} - ${scene.site.name}`, column: one, article: it }, main)
}

/** 广东 NFCMS: `post_123.html`, `.article-content`. */
export const nfcms = { home, column, article }
