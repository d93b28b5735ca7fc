import { guides } from '../content/guides.ts'
import type { CountyGuide } from '../content/guides.ts'
import { before } from '../county/clock.ts'
import type { CountyColumn, Scene } from '../county/types.ts'

/** 办事服务: the list of guides. Its booking link answers 500, its form link is empty (both planted). */
export function servicesMain(scene: Scene): string {
  const items = guides
    .map((one) => `<li><span>${before(scene.clock.today, one.ago)}</span><a href="/bsfw/zn/${one.id}.html">${one.name}办事指南（${one.unit}）</a></li>`)
  return `<section class="col"><h1 class="col-name">办事服务</h1>
<div class="services wide"><a href="http://zwfw.qinghe.gov.cn/portal/" target="_blank">政务服务网</a><a href="/bsfw/zxyy/">在线预约</a><a href="{{#=>/attach/yangbiao.doc}}">表格样表下载</a><a href="/hdjl/xzxx/">咨询投诉</a></div>
<div class="list-box"><ul class="list">${items.join('\n')}</ul></div></section>`
}

function elements(guide: CountyGuide, mended: boolean): [string, string][] {
  return Object.entries(mended ? { ...guide.elements, ...guide.mended } : guide.elements)
}

function main(guide: CountyGuide, scene: Scene): string {
  const all = elements(guide, scene.mended)
  const body = guide.layout === 'table'
    ? `<table class="grid guide"><tbody>${all.map(([name, text]) => `<tr><th>${name}</th><td>${text}</td></tr>`).join('\n')}</tbody></table>`
    : all.map(([name, text]) => `<div class="guide-item"><h3>${name}</h3><div class="guide-text">${text}</div></div>`).join('\n')
  return `<section class="paper"><h1>${guide.name}办事指南</h1>
<div class="info"><span>发布时间：${before(scene.clock.today, guide.ago)}</span><span>来源：${guide.unit}</span></div>${body}</section>`
}

/** Each guide as a page of the portal. */
export const guidePages: CountyColumn[] = guides.map((guide) => ({
  number: guide.id,
  name: `${guide.name}办事指南`,
  path: `/bsfw/zn/${guide.id}.html`,
  parents: [{ name: '办事服务', path: '/bsfw/' }],
  class: 'other',
  unit: '青禾县行政审批服务局',
  style: 'trs',
  dates: 'full',
  description: `${guide.name}办事指南`,
  keywords: `办事指南，${guide.name}`,
  articles: [],
  apart: true,
  draw: (scene) => main(guide, scene),
}))
