import type { TagReading } from '../types/reading.ts'

/** Canonical names of the 页面标签 of 国办发〔2017〕47号 and of the signs of page generation that CMSs add. */
const CANONICAL = [
  'SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType',
  'ArticleTitle', 'PubDate', 'ContentSource', 'Keywords', 'Author', 'Description', 'Image', 'Url',
  'firstpublishedtime', 'lastmodifiedtime', 'others', 'Maketime', 'createDate',
  'article:published_time', 'article:modified_time', 'publishdate', 'og:published_time', 'og:title',
] as const

const BY_LOWER = new Map<string, string>(CANONICAL.map((name) => [name.toLowerCase(), name]))

/**
 * The page's `<meta>` tags by canonical name, whatever their case. Where a tag stands twice the first one with a
 * content counts; `''` means that it is there and empty.
 */
export function readTags(doc: Document): TagReading {
  const tags: TagReading = {}
  for (const meta of doc.querySelectorAll('meta')) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property')
    const canonical = name === null ? undefined : BY_LOWER.get(name.trim().toLowerCase())
    if (!canonical) continue
    const content = (meta.getAttribute('content') ?? '').trim()
    if (!tags[canonical]) tags[canonical] = content
  }
  return tags
}
