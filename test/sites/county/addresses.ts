import type { Day } from '../../../utils/types/reading.ts'
import { before } from './clock.ts'
import type { CountyArticle, CountyColumn, CountySite, Scene } from './types.ts'

/** Day of publication as lists and addresses have it. */
export function publishedOn(article: CountyArticle, scene: Pick<Scene, 'clock' | 'mended'>): Day {
  return before(scene.clock.today, scene.mended ? (article.mendedAgo ?? article.ago) : article.ago)
}

/** Day that the article's own page prints. */
export function shownOn(article: CountyArticle, scene: Pick<Scene, 'clock' | 'mended'>): Day {
  if (scene.mended || article.shownAgo === undefined) return publishedOn(article, scene)
  return before(scene.clock.today, article.shownAgo)
}

/** Path of an article, in the manner of its content management system. */
export function articlePath(column: CountyColumn, article: CountyArticle, scene: Pick<Scene, 'clock' | 'mended'>): string {
  const [y, m, d] = publishedOn(article, scene).split('-') as [string, string, string]
  switch (column.style) {
    case 'trs':
      return `${column.path}${y}${m}/t${y}${m}${d}_${article.id}.html`
    case 'ucap':
      return `${column.path}content/${y}-${m}/${d}/content_${article.id}.htm`
    case 'jcms':
      return `/art/${y}/${Number(m)}/${Number(d)}/art_${column.number}_${article.id}.html`
    case 'vsb':
      return `/info/${column.number}/${article.id}.htm`
    case 'nfcms':
      return `${column.path}content/post_${article.id}.html`
  }
}

/** Number of the article that a path names, whatever date stands in it; null for other paths. */
export function articleIdOf(path: string): number | null {
  const found = /\/(?:t\d{8}_|content_|art_\d+_|post_|info\/\d+\/)(\d+)\.html?$/.exec(path)
  return found ? Number(found[1]) : null
}

/** Articles of a column as its list shows them: pinned first, then newest first. */
export function listed(column: CountyColumn, scene: Pick<Scene, 'clock' | 'mended'>): CountyArticle[] {
  return column.articles
    .filter((article) => scene.mended || !article.onlyMended)
    .sort((a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false) || publishedOn(b, scene).localeCompare(publishedOn(a, scene)))
}

export function siteUrl(site: CountySite, path: string): string {
  return `http://${site.host}${path}`
}
