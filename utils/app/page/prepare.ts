import { brokenLinks } from '../../checks/broken-links.ts'
import { sayInChinese } from '../../locale.ts'
import { boxesOf, frameOf, type Place } from '../../marks/place.ts'
import { anchorOf } from '../../reading/anchor.ts'
import { findAnchor } from '../../reading/find.ts'
import { blockText } from '../../reading/text.ts'
import { ANCHOR_CONTEXT, type Anchor } from '../../types/anchor.ts'
import type { Finding } from '../../types/finding.ts'
import { holderOf } from '../../types/shadow.ts'
import type { PageReading } from '../../types/reading.ts'
import { contextOf as contextOfPage } from './capture/context.ts'
import { onScreen, viewOf } from './capture/view.ts'
import type { MarkedPlaces } from './marked.ts'
import { fieldsWithPersonalData } from './typed.ts'
import type { PageBrief, RecordDraft, RecordTarget } from '../../types/record.ts'

/** The page's side of a recording: what is pointed at, and where it now stands on the screen. */
export interface Pointed {
  finding: Finding | null
  anchor: Anchor | null
  context: string
  place: Pick<Place, 'element' | 'range' | 'inside'> | null
}

/** Finds what a recording is about. */
export function pointedAt(
  doc: Document,
  target: RecordTarget,
  reading: PageReading,
  findings: readonly Finding[],
  marks: Pick<MarkedPlaces, 'of'>,
): Pointed {
  if (target.kind === 'finding') {
    const finding = findings.find(({ id }) => id === target.findingId) ?? null
    const anchor = finding?.anchor ?? null
    return { finding, anchor, context: contextOf(anchor, reading), place: marks.of(target.findingId) }
  }
  if (target.kind === 'dead-links') return pointedDeadLinks(reading, findings, marks)
  if (target.kind === 'place') {
    const place = placeOf(doc, target.anchor)
    const context = contextOf(target.anchor, reading) || wordsOf(place?.element)
    return { finding: null, anchor: target.anchor, context, place }
  }
  if (target.kind === 'manual' && target.anchor) {
    const place = placeOf(doc, target.anchor)
    return { finding: null, anchor: target.anchor, context: wordsOf(place?.element), place }
  }
  if (target.kind === 'image') return pointedImage(doc, target.src)
  const range = selectedRange(doc)
  return range ? pointedRange(range) : { finding: null, anchor: null, context: '', place: null }
}

function placeOf(doc: Document, anchor: Anchor | null): Pointed['place'] {
  const found = anchor && findAnchor(doc, anchor)
  return found && { element: found.element, range: found.range, ...(anchor.picture ? { inside: anchor.picture } : {}) }
}

/** One finding for all dead links, with a table of them: address, words, where, status, and what is wrong. The issue has the parent page. */
function pointedDeadLinks(reading: PageReading, findings: readonly Finding[], marks: Pick<MarkedPlaces, 'of'>): Pointed {
  const dead = findings.filter(({ check }) => check === 'links/dead')
  const [first] = dead
  if (!first) return { finding: null, anchor: null, context: '', place: null }
  const finding: Finding = {
    ...first,
    id: 'links/dead:all',
    says: { key: 'app.record.dead-links', params: { count: dead.length } },
    evidence: dead.map(({ evidence }) => evidence).join('\n'),
  }
  const rows = brokenLinks(reading, dead)
  const table = rows.map(({ address, text, section, where, status, says }, at) => [`${at + 1}. ${address}`, text, [section, sayInChinese(where)].filter(Boolean).join('·'), status ?? '', sayInChinese(says)].join(' | ')).join('\n')
  const unconfirmed = dead.filter(({ more }) => more?.key !== 'links.history.confirmed').length
  if (unconfirmed > 0) finding.more = { key: 'links.history.some', params: { count: unconfirmed } }
  else delete finding.more
  return { finding, anchor: first.anchor, context: table, place: marks.of(first.id) }
}

function pointedImage(doc: Document, src: string): Pointed {
  const image = [...doc.images].find((image) => image.currentSrc === src || image.src === src)
  if (!image) return { finding: null, anchor: null, context: src, place: null }
  return { finding: null, anchor: anchorOf(image), context: image.alt || src, place: { element: image, range: null } }
}

function pointedRange(range: Range): Pointed {
  const holder = range.commonAncestorContainer
  const element = holder instanceof Element ? holder : holder.parentElement
  const quote = range.toString().replace(/\s+/g, ' ').trim()
  if (!element) return { finding: null, anchor: null, context: quote, place: null }
  const text = blockText(element).text
  const start = text.indexOf(quote)
  const anchor = start >= 0 ? anchorOf(element, text, start, start + quote.length) : { ...anchorOf(element), quote }
  return { finding: null, anchor, context: around(text, Math.max(start, 0), quote.length), place: { element, range } }
}

function selectedRange(doc: Document): Range | null {
  const selection = doc.getSelection()
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null
}

function contextOf(anchor: Anchor | null, { blocks }: PageReading): string {
  if (!anchor) return ''
  const block = blocks.find(({ selector, text }) => selector === anchor.selector && text.startsWith(anchor.quote, anchor.start))
  return block ? around(block.text, anchor.start, anchor.quote.length) : anchor.prefix + anchor.quote + anchor.suffix
}

/** Two anchors' worth of words on either side: enough for a person to find the place by reading. */
function around(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - 2 * ANCHOR_CONTEXT), start + length + 2 * ANCHOR_CONTEXT).trim()
}

/** What the ledger keeps of the page. */
export function briefOf(reading: PageReading, doc: Document): PageBrief {
  return {
    url: reading.url,
    title: reading.title,
    parentUrl: doc.referrer,
    kind: reading.kind,
    columnName: reading.columnName,
    contentSource: reading.contentSource,
    siteName: reading.tags['SiteName'] ?? null,
    siteIdCode: reading.footer.siteIdCode ?? reading.tags['SiteIDCode'] ?? null,
    publishedOn: reading.publication?.day ?? null,
  }
}

/** Some air around the words. */
const AIR = 4
/** Findings of personal data, by the beginning of their check's id. */
const PERSONAL = 'wording/privacy/'

/** The draft that travels to the background: places only as far as the window shows them, because the picture shows no more. */
export function draftOf(page: PageBrief, pointed: Pointed, findings: readonly Finding[], marks: Pick<MarkedPlaces, 'of'>, win: Window): RecordDraft {
  const { finding, anchor, context, place } = pointed
  const { outline, personal } = boxesNow(pointed, findings, marks, win.document)
  return {
    page,
    finding,
    anchor,
    context,
    outline: outline && onScreen(win, outline, AIR),
    personal: personal.flatMap((box) => onScreen(win, box) ?? []),
    view: viewOf(win),
    evidence: contextOfPage(win, place?.element ?? null),
  }
}

/**
 * Where the place and personal data stand now, in CSS pixels of the window, also outside what it shows: what the checks found, and what is typed into fields.
 * @param seen in a picture that was taken, and not in one to come, for which things may still appear
 */
export function boxesNow({ place }: Pick<Pointed, 'place'>, findings: readonly Finding[], marks: Pick<MarkedPlaces, 'of'>, doc: Document, seen = false) {
  const frame = place ? frameOf({ id: '', severity: 'general', ...place }) : null
  const found = findings.filter(({ check }) => check.startsWith(PERSONAL)).flatMap(({ id }) => marks.of(id) ?? [])
  const typed = fieldsWithPersonalData(doc).map((element): Place => ({ id: '', severity: 'general', element, range: null }))
  const personal = [...found, ...typed].filter(({ element }) => !seen || isSeen(element)).flatMap(boxesOf)
  return { outline: frame && boxOf(frame), personal: personal.map(boxOf) }
}

/** What is made transparent, as fixed parts are but in one slice of a whole page, covers nothing. */
function isSeen(element: Element): boolean {
  for (let one: Element | null = element; one; one = holderOf(one)) {
    if (getComputedStyle(one).opacity === '0') return false
  }
  return true
}

const boxOf = ({ x, y, width, height }: DOMRect) => ({ x, y, width, height })

/** Words of an element that was pointed at as a whole. */
function wordsOf(element: Element | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 5 * ANCHOR_CONTEXT)
}
