import { freshRows } from '../layouts/parts.ts'
import type { Scene } from '../county/types.ts'

/** A channel such as 政务公开: its columns as blocks, and links to those that are one page of text. */
export function channelMain(path: string): (scene: Scene) => string {
  return (scene) => {
    const own = scene.site.columns.filter((one) => !one.apart && one.parents[0]?.path === path)
    const texts = own.filter((one) => one.text).map((one) => `<a href="${one.path}">${one.name}</a>`)
    const blocks = own.filter((one) => !one.text).map((one) => {
      const rows = one.dates === 'none' ? [] : freshRows(scene, one, 4)
      const items = rows.map((row) => `<li><span>${row.day}</span><a href="${row.path}">${row.title}</a></li>`).join('\n')
      return `<section class="block"><div class="block-head"><h2><a href="${one.path}">${one.name}</a></h2><a class="more" href="${one.path}">更多</a></div>
${items ? `<ul class="list">${items}</ul>` : `<p class="enter"><a href="${one.path}">进入栏目</a></p>`}</section>`
    })
    return `${texts.length > 0 ? `<div class="services wide">${texts.join('')}</div>` : ''}<div class="grid-2 channel">${blocks.join('\n')}</div>`
  }
}
