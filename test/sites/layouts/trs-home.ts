import { letterRows } from '../pages/letters.ts'
import type { CountyColumn, Scene } from '../county/types.ts'
import { freshRows } from './parts.ts'
import { columnAt } from './shared.ts'
import { portalFrame } from './trs.ts'

function lines(scene: Scene, column: CountyColumn, most: number, short = true): string {
  const items = freshRows(scene, column, most)
    .map((row) => `<li><span>${short ? row.day.slice(5) : row.day}</span><a href="${row.path}" title="${row.title}">${row.title}</a></li>`)
  return `<ul class="list">${items.join('\n')}</ul>`
}

function block(scene: Scene, path: string, most: number): string {
  const column = columnAt(scene.site, path)
  return `<section class="block"><div class="block-head"><h2><a href="${path}">${column.name}</a></h2><a class="more" href="${path}">更多</a></div>
${lines(scene, column, most)}</section>`
}

function tabs(scene: Scene, paths: string[]): string {
  const names = paths.map((path, i) => `<a href="javascript:;" role="tab" class="tab${i === 0 ? ' on' : ''}" data-tab="${i}">${columnAt(scene.site, path).name}</a>`)
  const panes = paths.map((path, i) => `<div class="pane" role="tabpanel" data-pane="${i}"${i === 0 ? '' : ' hidden'}>
${lines(scene, columnAt(scene.site, path), 5)}<a class="more" href="${path}">更多</a></div>`)
  return `<section class="block"><div class="block-head tabs" role="tablist">${names.join('')}</div>${panes.join('\n')}</section>`
}

const QUICK: [string, string, string][] = [
  ['机构职能', '/zwgk/jgzn/', '职'], ['领导信息', '/zwgk/ldxx/', '导'], ['公开指南', '/zwgk/xxgkzn/', '指'], ['规划计划', '/zwgk/ghjh/', '规'],
  ['财政预决算', '/zwgk/czyjs/', '财'], ['人事信息', '/zwgk/rsxx/', '人'], ['统计信息', '/zwgk/tjxx/', '统'], ['重大决策预公开', '/zwgk/zdjc/', '策'],
]

const SERVICES: [string, string][] = [
  ['办事指南', '/bsfw/'], ['县长信箱', '/hdjl/xzxx/'], ['政务服务网', 'http://zwfw.qinghe.gov.cn/portal/'], ['数据开放', 'http://data.qinghe.gov.cn/'],
]

const FRIENDS: [string, string][] = [
  ['县教育和体育局', 'http://jyj.qinghe.gov.cn/'], ['县卫生健康局', 'http://wjj.qinghe.gov.cn/'], ['县农业农村局', 'http://nyj.qinghe.gov.cn/'],
  ['白鹭河旅游网', 'http://www.bailuhe-lvyou.com/'],
]

/** The portal's home page: blocks as columns, dates with and without a year, tabs that a script turns. */
export function trsHome(scene: Scene): string {
  const newsColumn = columnAt(scene.site, '/xwzx/dtyw/')
  const top = freshRows(scene, newsColumn, 1)[0]
  const main = `<h1 class="headline"><a href="${top?.path}">${top?.title}</a></h1>
<div class="grid-2">
<div class="slide"><a href="${top?.path}"><img src="/images/scene-1.svg" alt="${top?.title}"></a><p>${top?.title}</p></div>
<section class="block"><div class="block-head"><h2><a href="/xwzx/dtyw/">动态要闻</a></h2><a class="more" href="/xwzx/dtyw/">更多</a></div>
${lines(scene, newsColumn, 6, false)}</section>
</div>
<div class="grid-3">
${tabs(scene, ['/zwgk/tzgg/', '/zwgk/zcwj/'])}
${block(scene, '/zwgk/zcjd/', 5)}
${block(scene, '/xwzx/bmdt/', 5)}
</div>
<section class="band"><h2>政务公开</h2><div class="quick">${QUICK.map(([name, path, sign]) => `<a href="${path}"><i>${sign}</i>${name}</a>`).join('')}</div></section>
<div class="grid-2">
<section class="block"><div class="block-head"><h2><a href="/bsfw/">办事服务</a></h2></div>
<div class="services">${SERVICES.map(([name, path]) => `<a href="${path}" target="_blank">${name}</a>`).join('')}</div></section>
<section class="block"><div class="block-head"><h2><a href="/hdjl/xzxx/">县长信箱</a></h2><a class="more" href="/hdjl/xzxx/">更多</a></div>${letterRows(scene, 4)}</section>
</div>
<div class="topics"><a class="t1" href="/ztzl/">人居环境整治专题归档</a><a class="t2" href="/ztzl/yhyshj/">优化营商环境专题</a><a class="t3" href="/zwgk/zcwj/">政策文件库</a></div>
<section class="friends"><h2>友情链接</h2>${FRIENDS.map(([name, url]) => `<a href="${url}" target="_blank">${name}</a>`).join('')}
<a class="outlink" data-url="http://www.bailuhe-lvyou.com/yuyue/" onclick="leave(this)" tabindex="0">湿地公园预约</a></section>`
  return portalFrame(scene, { title: scene.site.name }, main)
}
