import { shownOn } from '../county/addresses.ts'
import type { CountyArticle, CountyColumn, Scene } from '../county/types.ts'
import { footer } from './footer.ts'
import type { JiucuoFault } from './footer.ts'
import { crumbs, freshRows, rows, toTop } from './parts.ts'
import { changedOn, columnAt, head, paragraphs, titleOf, trail } from './shared.ts'
import type { Head } from './shared.ts'

function frame(scene: Scene, about: Head, main: string, fault: JiucuoFault = null): string {
  const links = scene.site.columns.map((one) => `<a href="${one.path}">${one.name}</a>`).join('')
  return `<!DOCTYPE html>
<html lang="zh-CN">
${head(scene, about)}
<body id="top">
<div class="banner"><div class="wrap banner-in"><a class="brand" href="/"><img src="/images/logo.svg" alt="青禾" width="64"><span><b>${scene.site.name}</b><i>${scene.site.host}</i></span></a></div></div>
<div class="nav"><div class="wrap"><a href="/">首页</a>${links}<a href="http://www.qinghe.gov.cn/">县政府网站</a></div></div>
<div class="wrap main">
${main}
</div>
${footer(scene, fault)}
</body></html>`
}

/** A list that stands in a text/xml script and is painted by another script after load. */
function painted(scene: Scene, column: CountyColumn): string {
  const all = rows(scene, column)
  const records = all.map((row) => `<record><![CDATA[<li><a href="${row.path}" title="${row.title}" target="_blank">${row.title}</a><span class="bt-data-time">${row.day}</span></li>]]></record>`)
  return `<div id="${column.number}" class="default_pgContainer"><ul class="jpage-list"></ul><div class="default_pgPanel"></div></div>
<script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&columnid=${column.number}"></a>]]></nextgroup>
<recordset>
${records.join('\n')}
</recordset></datastore></script>
<script src="/script/jpage.js"></script>
<script>jpage('${column.number}', { totalRecord: ${all.length}, perPage: 20 })</script>`
}

function home(scene: Scene): string {
  const table = (path: string, most: number): string => freshRows(scene, columnAt(scene.site, path), most)
    .map((row) => `<tr><td><a href="${row.path}" title="${row.title}">${row.title}</a></td><td class="date">[${row.day}]</td></tr>`).join('\n')
  const block = (path: string, most: number): string => `<div class="block"><div class="block-head"><h2><a href="${path}">${columnAt(scene.site, path).name}</a></h2><a class="more" href="${path}">更多</a></div>
<table class="rows"><tbody>${table(path, most)}</tbody></table></div>`
  const main = `<div class="grid-2"><div class="slide"><img src="/images/scene-4.svg" alt="县体育中心"><p>全民健身 健康青禾</p></div>${block('/col/col2001/index.html', 5)}</div>
<div class="grid-2">${block('/col/col2002/index.html', 5)}
<div class="block"><div class="block-head"><h2>便民服务</h2></div><div class="services"><a href="http://www.qinghe.gov.cn/bsfw/">办事指南</a><a href="http://www.qinghe.gov.cn/hdjl/xzxx/">县长信箱</a>
<a href="/art/2023/5/6/art_2003_3999.html">学区划分查询</a><a href="/col/col2003/index.html">机构职能</a></div></div></div>`
  return frame(scene, { title: scene.site.name }, main, 'other-site')
}

function column(scene: Scene, one: CountyColumn): string {
  const about = { title: `${one.name} - ${scene.site.name}`, column: one }
  const path = `<div class="crumbs">您当前的位置：${crumbs(trail(one))}</div>`
  if (one.text) {
    const day = changedOn(one, scene)
    return frame(scene, about, `${path}<div class="paper"><h1>${one.name}</h1><div class="info">更新日期：${day}</div><div id="zoom">${paragraphs(one.text.body, day, scene)}</div></div>`)
  }
  return frame(scene, about, `${path}<div class="col"><h1 class="col-name">${one.name}</h1>${painted(scene, one)}</div>`)
}

function article(scene: Scene, one: CountyColumn, it: CountyArticle): string {
  const day = shownOn(it, scene)
  const title = titleOf(it, scene)
  const main = `<div class="crumbs">您当前的位置：${crumbs(trail(one))} &gt; 正文</div>
<div class="paper"><h1><!--<$[标题]>begin-->${title}<!--<$[标题]>end--></h1>
<div class="info"><span>来源：<!--<$[信息来源]>begin-->${it.source}<!--<$[信息来源]>end--></span> <span>${day} ${it.time}</span> <span>阅读人数：${it.id % 700 + 58}</span></div>
<meta name="ContentStart"><div id="zoom"><!--ZJEG_RSS.content.begin-->
${paragraphs(it.body, day, scene)}
<!--ZJEG_RSS.content.end--></div><meta name="ContentEnd"></div>${toTop}`
  return frame(scene, { title, column: one, article: it }, main)
}

/** 大汉 jcms: `/art/2026/9/4/art_1_2.html`, lists painted by jpage. */
export const jcms = { home, column, article }
