import { articlePath, listed, publishedOn } from '../county/addresses.ts'
import type { CountyColumn, Crumb, Row, Scene } from '../county/types.ts'
import { titleOf } from './shared.ts'

/** Rows of a column, pinned first. */
export function rows(scene: Scene, column: CountyColumn, most = Infinity): Row[] {
  if (column.borrowed) return column.borrowed(scene).slice(0, most)
  return listed(column, scene).slice(0, most).map((article) => ({
    title: titleOf(article, scene),
    path: articlePath(column, article, scene),
    day: publishedOn(article, scene),
    pinned: article.pinned ?? false,
    id: article.id,
  }))
}

/** Rows of a home page's block: by date alone. */
export function freshRows(scene: Scene, column: CountyColumn, most: number): Row[] {
  return rows(scene, column).sort((a, b) => b.day.localeCompare(a.day)).slice(0, most)
}

/** 首页 > 政务公开 > 通知公告. */
export function crumbs(levels: Crumb[], separator = ' &gt; ', home = '/'): string {
  return [{ name: '首页', path: home }, ...levels].map(({ name, path }) => `<a href="${path}">${name}</a>`).join(separator)
}

/** Tools beside the date: they run scripts, so their empty addresses are right. */
export const articleTools = '<span class="tools">字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> '
  + '<a href="javascript:doZoom(14)">小</a> <a href="javascript:window.print()">打印</a> <a href="#" onclick="share();return false">分享</a></span>'

/** Back to the top: an address within the page. */
export const toTop = '<a class="to-top" href="#top">返回顶部</a>'
