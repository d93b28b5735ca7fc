import type { GuideReading, LetterReading, PageKind, TagReading } from '../types/reading.ts'
import type { Emptiness } from './blank.ts'
import type { DatesReading } from './publication.ts'
import type { Page } from './page.ts'
import type { Title } from './title.ts'

/** What the other readers found, from which the kind is told. */
export interface KindSigns {
  tags: TagReading
  title: Title
  path: readonly string[]
  dates: DatesReading
  letters: readonly LetterReading[]
  guide: GuideReading | null
  /** Score of the best list, and how many dated rows it has. */
  listScore: number
  listDated: number
  listRows: number
  sections: number
  paged: boolean
  emptiness: Emptiness
  /** Characters of running text (paragraphs of more than 40 characters outside links). */
  prose: number
}

const ARTICLE_ADDRESS = /\/t\d{8}_\d+|\/art(?:icle)?[_/]\d|\/content[_/](?:post_)?\d+|\/info\/\d+\/\d+\.|\/m?post_\d+|\/\d{4}\/\d{1,2}\/\d{1,2}\/[\w-]{8,}|[\da-f]{32}\.s?html?|detail|\/contents\/\d+\/\d+/i
const HOME_ADDRESS = /^\/(?:(?:index|default|home|main)\.\w+)?$/i
const LETTER_WORDS = /信箱|留言|来信|信件|写信|问政|网上咨询|咨询投诉/
const SEARCH = /找到(?:相关)?(?:结果|内容)?\s*(?:约)?\s*\d+|搜索结果|检索结果|共搜索到|为您找到/

/** The kind of a page, from its address, tags, breadcrumb and structure. */
export function readKind(page: Page, signs: KindSigns): PageKind {
  const path = pathOf(page.url)
  const short = page.head.filter((b) => b.text.length < 80)
  const names = [...signs.path, page.doc.title ?? ''].join(' ')
  if (page.doc.querySelector('input[type="password"]') && signs.prose < 300 && signs.listDated < 3 && signs.sections < 2) return 'login'
  if (/^(?:站内|全文|高级)?(?:搜索|检索)/.test(signs.tags['ColumnName'] ?? signs.path[signs.path.length - 1] ?? '')) return 'search'
  if (short.some((b) => b.zone === 'main' && SEARCH.test(b.text)) || /[?&](?:searchword|keyword|q|wd)=/i.test(page.url)) return 'search'
  if (isHome(page, path, signs)) return 'home'
  if (signs.guide) return 'guide'
  if (signs.letters.length > 0 && (LETTER_WORDS.test(names) || signs.letters.length > 1 || signs.letters.some((l) => l.answered || l.reply))) return 'letters'
  if (!isColumnText(page, signs) && isArticle(path, signs)) return 'article'
  if (LETTER_WORDS.test(names) && signs.listDated === 0 && page.doc.querySelector('form,input,textarea')) return 'letters'
  if (signs.listScore > 0 || signs.emptiness === 'says-so' || signs.emptiness === 'empty-list') return 'column'
  if (signs.tags['ColumnName'] || signs.path.length > 0) return 'column'
  return signs.prose > 200 ? 'article' : 'other'
}

/** 机构职能 and the like: a column that is one page of text, headed by its own name. */
function isColumnText(page: Page, { tags, title, path }: KindSigns): boolean {
  const name = tags['ColumnName'] || path[path.length - 1]
  if (tags['ArticleTitle'] || name === undefined || name === '') return false
  return title.first >= 0 ? title.text === name : page.head.some((b) => b.element.tagName === 'H1' && b.text === name)
}

function isHome(page: Page, path: string, signs: KindSigns): boolean {
  if (signs.tags['ArticleTitle'] || signs.path.length > 0) return false
  const column = signs.tags['ColumnName']
  if (column && !HOME_ADDRESS.test(path) && (page.doc.title ?? '').includes(column)) return false
  if (HOME_ADDRESS.test(path) && /^https?:/.test(page.url)) return true
  return signs.sections >= 3 && !signs.paged && signs.prose < 1500
}

function isArticle(path: string, signs: KindSigns): boolean {
  const { tags, dates, title } = signs
  let score = 0
  if (tags['ArticleTitle']) score += 3
  if (tags['PubDate'] || tags['firstpublishedtime'] || tags['article:published_time']) score += 1
  if (ARTICLE_ADDRESS.test(path)) score += 2
  if (/正文|内容|详情/.test(signs.path[signs.path.length - 1] ?? '')) score += 1
  if (title.first >= 0 && dates.publication?.source === 'visible') score += dates.publication.confidence >= 0.8 ? 4 : 2
  else if (dates.publication?.source === 'visible') score += 1
  if (title.first >= 0 && signs.prose > 80) score += 1
  if (signs.prose > 300) score += 2
  else if (signs.prose > 80) score += 1
  if (signs.paged && signs.listDated >= 3) score -= 3
  if (signs.listDated >= 5 && signs.prose < 400) score -= 2
  if (signs.emptiness === 'says-so' && signs.prose < 80) score -= 2
  return score >= 3
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname
  } catch {
    return ''
  }
}
