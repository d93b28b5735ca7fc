import type { Scene } from '../county/types.ts'

/** 站点地图. */
export function siteMapMain(scene: Scene): string {
  const names = new Map<string, string[]>()
  for (const column of scene.site.columns.filter((one) => !one.apart)) {
    const channel = column.parents[0]?.name ?? '其他'
    names.set(channel, [...(names.get(channel) ?? []), `<a href="${column.path}">${column.name}</a>`])
  }
  const groups = [...names].map(([name, links]) => `<h3>${name}</h3><p class="map">${links.join('')}</p>`)
  return `<section class="paper"><h1>站点地图</h1>${groups.join('\n')}<h3>部门网站</h3>
<p class="map"><a href="http://jyj.qinghe.gov.cn/">县教育和体育局</a><a href="http://wjj.qinghe.gov.cn/">县卫生健康局</a><a href="http://nyj.qinghe.gov.cn/">县农业农村局</a></p></section>`
}

/** 站内搜索: the same answer whatever was asked. */
export function searchMain(): string {
  return `<section class="paper"><h1>站内搜索</h1>
<form class="search big" action="/search/" method="get" role="search"><input type="search" name="q" placeholder="请输入关键词" aria-label="站内搜索"><button type="submit">搜索</button></form>
<p class="none">请输入关键词后点击搜索，可以按标题或者全文查找本网站信息。</p></section>`
}
