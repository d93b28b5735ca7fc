import type { ListReading, ListState, PageReading } from '../types/reading.ts'
import type { EmptinessReading } from './blank.ts'
import { readEmptiness } from './blank.ts'
import { readFooter } from './footer.ts'
import { readGuide } from './guide.ts'
import { readKind } from './kind.ts'
import { readLetters } from './letters.ts'
import { readLinks } from './links.ts'
import type { DatedGroup } from './list.ts'
import { dateGroups, listScore, mergeParts, toList } from './list.ts'
import type { Page } from './page.ts'
import { openPage } from './page.ts'
import type { Paging } from './paging.ts'
import { readPaging } from './paging.ts'
import { readPath } from './path.ts'
import type { DatesReading } from './publication.ts'
import { readDates } from './publication.ts'
import { collectHiddenRows } from './hidden-rows.ts'
import { collectRows } from './rows.ts'
import { readSections } from './sections.ts'
import { readSource } from './source.ts'
import type { Steps } from './steps.ts'
import { finish, finishInSlices } from './steps.ts'
import { readTags } from './tags.ts'
import { toTextBlocks } from './text-blocks.ts'
import type { Title } from './title.ts'
import { readTitle } from './title.ts'

export { blockText } from './text.ts'
export { anchorOf, selectorOf } from './anchor.ts'
export { findAnchor } from './find.ts'

/** Where a page stands and when it is read. */
export interface About {
  /** The page's address. */
  url: string
  now: Date
}

/** Reads a page at once. A reader that fails is named in `gaps`; nothing is thrown. */
export function readPage(doc: Document, about: About): PageReading {
  return finish(readSteps(doc, about))
}

/** Reads a page in slices of a few milliseconds, awaiting `rest` between them, so that a large page stays smooth. */
export function readPageInSlices(doc: Document, about: About, rest: () => Promise<void>): Promise<PageReading> {
  return finishInSlices(readSteps(doc, about), rest)
}

function* readSteps(doc: Document, about: About): Steps<PageReading> {
  const page = yield* guarded('text', openPage(doc, about), null)
  if (!page) return emptyReading(doc, about)
  const { gaps } = page
  const now = <T>(name: string, read: () => T, instead: T): T => attempt(name, read, instead, gaps)
  const tags = now('tags', () => readTags(doc), {})
  const title = now<Title>('title', () => readTitle(page, tags), { text: doc.title ?? '', first: -1, last: -1 })
  const path = now('path', () => readPath(page, title.text), [])
  const noDates: DatesReading = { publication: null, lastUpdate: null, candidates: [], conflict: null }
  const dates = now('dates', () => readDates(page, title, tags), noDates)
  yield
  const rows = doc.body ? yield* guarded('list', collectRows(doc.body, page.base), [], gaps) : []
  const groups = yield* guarded('list', dateGroups(rows, page), [], gaps)
  const paging = now<Paging>('list', () => readPaging(page), { paged: false, element: null, at: 1 })
  const best = bestGroup(groups, paging.element) ?? bestGroup(yield* guarded('list', elsewhere(page), [], gaps), null)
  const sections = yield* guarded('sections', readSections(groups, page), [], gaps)
  const letters = now('letters', () => readLetters(page), [])
  const guide = now('guide', () => readGuide(page), null)
  yield
  const prose = now('kind', () => proseOf(page), 0)
  const emptiness = now('list', () => readEmptiness(page), { state: 'no-sign', words: '', anchor: null } as EmptinessReading)
  const kind = now(
    'kind',
    () =>
      readKind(page, {
        tags, title, path, dates, letters, guide, emptiness: emptiness.state,
        listScore: best ? listScore(best) : 0,
        listDated: best?.dated ?? 0,
        listRows: best?.rows.length ?? 0,
        sections: sections.length,
        paged: paging.paged,
        prose,
      }),
    'other' as const,
  )
  const columnName = tags['ColumnName'] && tags['ColumnName'] !== tags['ArticleTitle'] ? tags['ColumnName'] : (path[path.length - 1] ?? nameInTitle(doc, kind))
  const wantsList = kind === 'column' || kind === 'letters' || kind === 'search'
  const about2 = { name: columnName, href: null, paged: paging.paged }
  const isText = kind === 'column' && prose > ENOUGH_PROSE && (best?.dated ?? 0) < 2
  const list: ListReading | null = wantsList && best && !isText ? yield* guarded('list', toList(best, page, about2), null, gaps) : null
  if (paging.at > 1 && list) gaps.add('reading.gap.later-page')
  const listState: ListState = !wantsList || isText ? 'none' : list ? 'items' : emptiness.state === 'says-so' || emptiness.state === 'empty-list' ? 'blank' : emptiness.state === 'loading' ? 'loading' : 'none'
  const links = yield* guarded('links', readLinks(page), [], gaps)
  const blocks = yield* guarded('blocks', toTextBlocks(page, title, groups.filter((g) => g.dated > 0).map((g) => g.container)), [], gaps)
  const isArticle = kind === 'article' || kind === 'guide' || kind === 'letters'
  // A column that is one page of text (机构职能) has the date of that text.
  const hasDate = isArticle || (kind === 'column' && !list)
  return {
    url: about.url,
    title: isArticle ? title.text : (doc.title ?? '').trim(),
    kind,
    readAt: about.now.toISOString(),
    columnPath: path,
    columnName: kind === 'home' ? null : columnName,
    contentSource: kind === 'article' ? now('source', () => readSource(page, title, dates.publication), null) ?? (tags['ContentSource'] || null) : null,
    publication: hasDate ? dates.publication : null,
    lastUpdate: hasDate ? dates.lastUpdate : null,
    dateCandidates: hasDate ? dates.candidates : [],
    dateConflict: hasDate ? dates.conflict : null,
    list,
    listState,
    ...(listState === 'blank' && emptiness.words ? { blankWords: emptiness.words } : {}),
    ...(listState === 'blank' && emptiness.anchor ? { blankAnchor: emptiness.anchor } : {}),
    sections: kind === 'home' ? sections : [],
    tags,
    footer: now('footer', () => readFooter(page, tags), NO_FOOTER),
    blocks,
    links,
    letters: kind === 'letters' ? letters : [],
    guide,
    gaps: [...gaps],
  }
}

/** Lists that the page's own DOM does not hold, looked for only where it has none. */
function* elsewhere(page: Page): Steps<DatedGroup[]> {
  return yield* dateGroups(yield* collectHiddenRows(page), page)
}

/** A column with this many characters of running text and no dated rows is a page of text. */
const ENOUGH_PROSE = 150

function bestGroup(groups: readonly DatedGroup[], paging: Element | null): DatedGroup | null {
  let best: { group: DatedGroup; score: number } | null = null
  for (const group of mergeParts(groups)) {
    const score = listScore(group, paging)
    if (score > 0 && (!best || score > best.score)) best = { group, score }
  }
  return best?.group ?? null
}

/** Characters of running text: what makes a page an article rather than a list. */
function proseOf(page: Page): number {
  let sum = 0
  for (const block of page.blocks) {
    if (block.zone !== 'main' || block.text.length < 40) continue
    const linked = block.links.reduce((n, l) => n + (l.end - l.start), 0)
    if (linked < block.text.length / 2 && !/备案|版权所有|主办单位/.test(block.text)) sum += block.text.length
  }
  return sum
}

function nameInTitle(doc: Document, kind: string): string | null {
  if (kind !== 'column') return null
  const first = (doc.title ?? '').trim().split(/\s*[-_|–—]+\s*/)[0]?.replace(/^[[【]|[\]】]$/g, '').trim() ?? ''
  return first.length > 1 && first.length <= 20 ? first : null
}

/** A reader's failure is a gap in the reading, never an error in the page. */
function attempt<T>(name: string, read: () => T, instead: T, gaps: Set<string>): T {
  try {
    return read()
  } catch {
    gaps.add(`reading.gap.${name}`)
    return instead
  }
}

function* guarded<T, U>(name: string, steps: Steps<T>, instead: U, gaps?: Set<string>): Steps<T | U> {
  try {
    return yield* steps
  } catch {
    gaps?.add(`reading.gap.${name}`)
    return instead
  }
}

const NO_FOOTER: PageReading['footer'] = {
  siteIdCode: null, icp: null, policeRecord: null, hasConac: false, hasJiucuo: false, jiucuoSiteCode: null,
  sponsor: null, contact: null, hasSiteMap: false, claimsIpv6: false, claimsAccessible: false, copyrightYear: null,
}

function emptyReading(doc: Document, about: About): PageReading {
  return {
    url: about.url, title: doc.title ?? '', kind: 'other', readAt: about.now.toISOString(), columnPath: [], columnName: null,
    contentSource: null, publication: null, lastUpdate: null, dateCandidates: [], dateConflict: null, list: null, listState: 'none',
    sections: [], tags: {}, footer: NO_FOOTER, blocks: [], links: [], letters: [], guide: null, gaps: ['reading.gap.text'],
  }
}
