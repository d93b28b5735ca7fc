import { educationNews } from '../content/education.ts'
import { farmingNews } from '../content/farming.ts'
import { articlePath, publishedOn, siteUrl } from './addresses.ts'
import { educationSite } from './education-site.ts'
import { farmingSite } from './farming-site.ts'
import type { CountyArticle, CountySite, Row, Scene } from './types.ts'

function take(site: CountySite, articles: CountyArticle[], scene: Scene): Row[] {
  const column = site.columns.find((one) => one.articles === articles)
  if (!column) return []
  return articles.map((article) => ({
    title: article.title,
    path: siteUrl(site, articlePath(column, article, scene)),
    day: publishedOn(article, scene),
    pinned: false,
    id: article.id,
  }))
}

/** 部门动态 of the portal: news of the departments, on their own sites. */
export function borrowedNews(scene: Scene): Row[] {
  return [...take(educationSite, educationNews, scene), ...take(farmingSite, farmingNews, scene)].sort((a, b) => b.day.localeCompare(a.day))
}
