import { shownOn } from '../county/addresses.ts'
import type { CountyArticle, CountyColumn, Scene } from '../county/types.ts'
import { articleTools, crumbs, rows, toTop } from './parts.ts'
import { indexTable, paragraphs, titleOf, trail } from './shared.ts'
import { trsHome } from './trs-home.ts'
import { portalFrame } from './trs.ts'

function column(scene: Scene, one: CountyColumn): string {
  const items = rows(scene, one).map((row) => `<div class="list-item"><h4><a href="${row.path}" target="_blank">${row.title}</a></h4><span class="date">${row.day}</span></div>`)
  const main = `<div class="crumbs">当前位置：${crumbs(trail(one))}</div>
<div class="news_box"><div class="news-head"><h1 class="col-name">${one.name}</h1></div>
<div class="list list_1">${items.join('\n')}</div><div class="newspage">共1页　第1页</div></div>`
  return portalFrame(scene, { title: `${one.name}_${scene.site.name}`, column: one }, main)
}

function article(scene: Scene, one: CountyColumn, it: CountyArticle): string {
  const day = shownOn(it, scene)
  const title = titleOf(it, scene)
  const main = `<div class="crumbs">当前位置：${crumbs(trail(one))} &gt; 正文</div>
<div class="article paper">${it.docNumber ? indexTable(scene, one, it) : ''}
<h1 id="ti">${title}</h1>
<div class="pages-date">${day} ${it.time}　<span class="font">来源：${it.source}</span>　${articleTools}</div>
<div class="pages_content" id="UCAP-CONTENT">
${paragraphs(it.body, day, scene)}
</div></div>${toTop}`
  return portalFrame(scene, { title: `${title}_${scene.site.name}`, column: one, article: it }, main)
}

/** 开普 (as gov.cn is built): `#UCAP-CONTENT`, `.pages-date`, `h1#ti`. Used for the policies of the portal. */
export const ucap = { home: trsHome, column, article }
