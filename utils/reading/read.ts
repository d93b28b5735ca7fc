import type { ListReading, ListState, PageKind, PageReading, TagReading } from '../types/reading.ts'
import type { EmptinessReading } from './blank.ts'
import { readEmptiness } from './blank.ts'
import { emptyReading, NO_FOOTER } from './empty.ts'
import { readFooter } from './footer.ts'
import { attempt, attemptSteps } from './guard.ts'
import { readGuide } from './guide.ts'
import { readKind } from './kind.ts'
import { readLetters } from './letters.ts'
import { readLinks } from './links.ts'
import type { DatedGroup } from './list.ts'
import { listScore, toList } from './list.ts'
import { readLists } from './lists.ts'
import type { About, Page } from './page.ts'
import { openPage, proseOf } from './page.ts'
import type { Paging } from './paging.ts'
import { readPaging } from './paging.ts'
import { readPath } from './path.ts'
import { readPictures } from './pictures.ts'
import type { DatesReading } from './publication.ts'
import { readDates } from './publication.ts'
import { readSections } from './sections.ts'
import { readSource } from './source.ts'
import type { Steps } from './steps.ts'
import { replyBlocks } from './replies.ts'
import { readTags } from './tags.ts'
import { toTextBlocks } from './text-blocks.ts'
import type { Title } from './title.ts'
import { readTitle } from './title.ts'

const NO_DATES: DatesReading = { publication: null, lastUpdate: null, candidates: [], conflict: null }
const NO_PAGING: Paging = { paged: false, element: null, at: 1 }
const NO_SIGN: EmptinessReading = { state: 'no-sign', words: '', anchor: null }
const NO_REPLIES: ReadonlySet<never> = new Set<never>()
/** A column with this many characters of running text and no dated rows is a page of text. */
const ENOUGH_PROSE = 150

/** All readers, one after the other; each that fails is a gap. */
export function* readSteps(doc: Document, about: About): Steps<PageReading> {
  const gaps = new Set<string>()
  const page: Page | null = yield* attemptSteps('text', openPage(doc, about, gaps), null, gaps)
  if (!page) return emptyReading(doc, about)
  const tags = attempt<TagReading>('tags', () => readTags(doc), {}, gaps)
  const title = yield* attemptSteps<Title>('title', readTitle(page, tags), { text: doc.title ?? '', first: -1, last: -1 }, gaps)
  yield
  const path = attempt('path', () => readPath(page, title.text), [], gaps)
  yield
  const dates = yield* attemptSteps('dates', readDates(page, title, tags), NO_DATES, gaps)
  yield
  const paging = attempt('list', () => readPaging(page), NO_PAGING, gaps)
  yield
  const { groups, best } = yield* attemptSteps('list', readLists(page, paging.element), { groups: [], best: null }, gaps)
  const sections = yield* attemptSteps('sections', readSections(groups, page), [], gaps)
  const letters = yield* attemptSteps('letters', readLetters(page, best), [], gaps)
  yield
  const guide = attempt('guide', () => readGuide(page), null, gaps)
  yield
  const prose = attempt('kind', () => proseOf(page), 0, gaps)
  const emptiness = attempt('list', () => readEmptiness(page), NO_SIGN, gaps)
  yield
  const signs = {
    tags, title, path, dates, letters, guide, prose, emptiness: emptiness.state, sections: sections.length, paged: paging.paged,
    listScore: best ? listScore(best) : 0, listDated: best?.dated ?? 0, listRows: best?.rows.length ?? 0,
  }
  const kind = attempt<PageKind>('kind', () => readKind(page, signs), 'other', gaps)
  yield
  const columnName = kind === 'home' ? null : columnNameOf(doc, tags, path, kind)
  const lists = kind === 'column' || kind === 'letters' || kind === 'search'
  const isText = kind === 'column' && prose > ENOUGH_PROSE && (best?.dated ?? 0) < 2
  const list: ListReading | null =
    lists && best && !isText ? yield* attemptSteps('list', toList(best, page, { name: columnName, href: null, paged: paging.paged }), null, gaps) : null
  if (paging.at > 1 && list) gaps.add('reading.gap.later-page')
  if (list && !paging.paged && sections.length >= CHANNEL) takeNewest(list, sections)
  const listState = lists && !isText ? stateOf(list, emptiness) : 'none'
  if (listState === 'loading') gaps.add('reading.gap.loading')
  const links = yield* attemptSteps('links', readLinks(page), [], gaps)
  const replies = attempt('letters', () => replyBlocks(page, kind === 'letters' ? letters : []), NO_REPLIES, gaps)
  const blocks = yield* attemptSteps('blocks', toTextBlocks(page, title, datedContainers(groups), replies), [], gaps)
  const pictures = kind === 'article' ? yield* attemptSteps('pictures', readPictures(page, title), null, gaps) : null
  const footer = yield* attemptSteps('footer', readFooter(page, tags), NO_FOOTER, gaps)
  // An article has a date; so has a column that is one page of text (机构职能).
  const { publication, lastUpdate, candidates, conflict } = isArticle(kind) || (kind === 'column' && !list) ? dates : NO_DATES
  return {
    url: about.url,
    title: isArticle(kind) ? title.text : (doc.title ?? '').trim(),
    kind,
    readAt: about.now.toISOString(),
    columnPath: path,
    columnName,
    contentSource: kind === 'article' ? (attempt('source', () => readSource(page, title, publication), null, gaps) ?? (tags['ContentSource'] || null)) : null,
    publication,
    lastUpdate,
    dateCandidates: candidates,
    dateConflict: conflict,
    list,
    listState,
    ...(listState === 'blank' && emptiness.words ? { blankWords: emptiness.words } : {}),
    ...(listState === 'blank' && emptiness.anchor ? { blankAnchor: emptiness.anchor } : {}),
    sections: kind === 'home' ? sections : [],
    tags,
    footer,
    blocks,
    links,
    letters: kind === 'letters' ? letters : [],
    guide: kind === 'guide' ? guide : null,
    ...(pictures ? { pictures } : {}),
    gaps: [...gaps],
  }
}

/** From so many lists on a page without paging is a channel (新闻中心) that shows the newest of several columns. */
const CHANNEL = 3

/** A channel is as new as the newest of its lists. */
function takeNewest(list: ListReading, sections: readonly ListReading[]): void {
  for (const { newest, newestMonthDay } of sections) {
    if (newest && (!list.newest || newest > list.newest)) Object.assign(list, { newest, newestMonthDay })
  }
}

function isArticle(kind: PageKind): boolean {
  return kind === 'article' || kind === 'guide' || kind === 'letters'
}

function stateOf(list: ListReading | null, { state }: EmptinessReading): ListState {
  if (list) return 'items'
  return state === 'says-so' || state === 'empty-list' ? 'blank' : state === 'loading' ? 'loading' : 'none'
}

function datedContainers(groups: readonly DatedGroup[]): Element[] {
  return groups.filter((g) => g.dated > 0).map((g) => g.container)
}

/** The tag, unless it repeats the article's title; else the breadcrumb; else what stands first in a column's document title. */
function columnNameOf(doc: Document, tags: TagReading, path: readonly string[], kind: PageKind): string | null {
  const tag = tags['ColumnName']
  if (tag && tag !== tags['ArticleTitle']) return tag
  const last = path[path.length - 1]
  if (last) return last
  const first = (doc.title ?? '').trim().split(/(?<!\s)\s*[-_|–—]+\s*/)[0]?.replace(/^[[【]|[\]】]$/g, '').trim() ?? ''
  return kind === 'column' && first.length > 1 && first.length <= 20 ? first : null
}
