import type { Day } from '../../../utils/types/reading.ts'
import type { ColumnClass } from '../../../utils/types/roster.ts'
import { articlePath, publishedOn, shownOn } from '../county/addresses.ts'
import { before } from '../county/clock.ts'
import { fillDates } from '../county/fill.ts'
import type { CountyArticle, CountyColumn, CountySite, Crumb, Scene } from '../county/types.ts'

/** A layout draws complete pages in the manner of one content management system. */
export interface Layout {
  home: (scene: Scene) => string
  column: (scene: Scene, column: CountyColumn) => string
  article: (scene: Scene, column: CountyColumn, article: CountyArticle) => string
}

/** What a page's head is made of. */
export interface Head {
  title: string
  column?: CountyColumn
  article?: CountyArticle
}

const TYPES: Partial<Record<ColumnClass, string>> = {
  news: '政务动态', notice: '通知公告', policy: '政策文件', interpretation: '政策解读', personnel: '人事信息', plan: '规划计划',
  finance: '财政信息', guide: '机构信息', letters: '互动交流', archive: '专题专栏',
}

function meta(name: string, content: string): string {
  return `<meta name="${name}" content="${content}">`
}

/** `<head>` with the tags of 网页设计规范: site, column, article. */
export function head(scene: Scene, { title, column, article }: Head): string {
  const { site, mended } = scene
  const tags = [
    meta('SiteName', site.name),
    meta('SiteDomain', (!mended && article?.siteDomain) || site.host),
    meta('SiteIDCode', site.code),
  ]
  if (column) {
    tags.push(
      meta('ColumnName', column.name),
      meta('ColumnDescription', column.description),
      meta('ColumnKeywords', (!mended && !article && column.residue) || column.keywords),
      meta('ColumnType', TYPES[column.class] ?? '信息公开'),
    )
  }
  if (article) {
    tags.push(meta('ArticleTitle', titleOf(article, scene)))
    if (mended || !article.withoutPubDate) tags.push(meta('PubDate', `${shownOn(article, scene)} ${article.time}`))
    tags.push(meta('ContentSource', article.source))
  }
  const charset = site.encoding === 'gbk'
    ? '<meta http-equiv="Content-Type" content="text/html; charset=gbk">'
    : '<meta charset="utf-8">'
  return `<head>
${charset}
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${tags.join('\n')}
<link rel="icon" href="/images/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/css/base.css">
<link rel="stylesheet" href="/css/${site.style}.css">
</head>`
}

/** The article's title with its dates put in. */
export function titleOf(article: CountyArticle, scene: Scene): string {
  return fillDates(article.title, publishedOn(article, scene))
}

/** Paragraphs of an article or text page. `{{url 1301}}` becomes the address of that article. */
export function paragraphs(body: string[], day: Day, scene: Scene): string {
  return body
    .map((text) => fillDates(text, day))
    .map((text) => text.replace(/\{\{url (\d+)\}\}/g, (_, id: string) => addressOf(Number(id), scene)))
    .map((text) => {
      if (text.startsWith('<')) return text
      if (text.startsWith('>>')) return `<p class="sign">${text.slice(2)}</p>`
      // The line that names whom a document is for starts at the margin.
      if (text.startsWith('各') && text.endsWith('：')) return `<p>${text}</p>`
      return `<p style="text-indent:2em">${text}</p>`
    })
    .join('\n')
}

/** Path of an article of the same site. */
export function addressOf(id: number, scene: Scene): string {
  for (const column of scene.site.columns) {
    const article = column.articles.find((one) => one.id === id)
    if (article) return articlePath(column, article, scene)
  }
  throw new Error(`no article ${id} on ${scene.site.host}`)
}

/** Column of a site by its path; the data are ours, so a miss is a mistake. */
export function columnAt(site: CountySite, path: string): CountyColumn {
  const column = site.columns.find((one) => one.path === path)
  if (!column) throw new Error(`no column ${path} on ${site.host}`)
  return column
}

/** Levels of 当前位置 down to the column itself. */
export function trail(column: CountyColumn): Crumb[] {
  return [...column.parents, { name: column.name, path: column.path }]
}

/** The day a text column was last changed. */
export function changedOn(column: CountyColumn, scene: Scene): Day {
  return before(scene.clock.today, column.text?.ago ?? 0)
}

/** The 信息公开 table of an article with a 发文字号. 成文日期 is some days before 发布日期. */
export function indexTable(scene: Scene, column: CountyColumn, article: CountyArticle): string {
  const day = publishedOn(article, scene)
  return `<table class="index-table"><tbody>
<tr><th>索引号</th><td>${scene.site.code}/${day.slice(0, 4)}-${article.id}</td><th>信息分类</th><td>${column.name}</td></tr>
<tr><th>发布机构</th><td>${article.source}</td><th>成文日期</th><td>${before(day, 3)}</td></tr>
<tr><th>发布日期</th><td>${day}</td><th>文号</th><td>${fillDates(article.docNumber ?? '', day)}</td></tr>
<tr><th>有效性</th><td>有效</td><th>公开方式</th><td>主动公开</td></tr>
</tbody></table>`
}
