import { absolute } from './page.ts'
import type { Steps } from './steps.ts'

/** One entry of some list on the page: the element that holds it and the link that names it. */
export interface Row {
  element: Element
  link: HTMLAnchorElement
  title: string
  /** True when link and date stand bare among others in one element, so that the date must be looked for beside the link. */
  flat: boolean
}

/** Rows that stand together. */
export interface RowGroup {
  container: Element
  rows: Row[]
  /** Where the group shows on the page, when its rows stand elsewhere: in a data script or in a frame. */
  shownAt?: Element
}

/** What an element holds: links of one target only, or of several. */
interface Holding {
  target: string | Element
  several: boolean
}

/** The link to the rest of a column, which is no entry of it. */
export const MORE = /^[\s>＞»+·【[]*(?:更多|查看更多|more)\S{0,4}$/i
/** Links to the registers in the footer hold numbers that look like dates. */
const RECORD = /ICP备|公网安备|ICP证/i
const VOID = /^(?:#|javascript:|$)/i
/** A row may also link to its column, its department and 详情; more links make it a menu. */
const LINKS_A_ROW = 4
/** What holds more text than a title and a summary is a part of the page with one link in it, not a row. */
const LONGEST_ROW = 1500

/**
 * Every repeated group of links below `root`, menus and lists alike. A row is the `<li>` or `<tr>` around a link, else
 * the largest element that holds no other link's target.
 */
export function* collectRows(root: Element): Steps<RowGroup[]> {
  const holdings = new Map<Element, Holding>()
  const links: HTMLAnchorElement[] = []
  let count = 0
  for (const link of root.querySelectorAll('a')) {
    if (++count % 100 === 0) yield
    const text = (link.textContent ?? '').trim()
    // A link that was never closed swallows the page, scripts and all.
    if (text.length > LONGEST_ROW || (text.length > 40 && link.querySelector('script,style'))) continue
    if (text.length < 2 && !link.title && !link.querySelector('img')) continue
    if ((text.length < 12 && MORE.test(text)) || RECORD.test(text)) continue
    links.push(link)
    note(link, root, holdings)
  }
  const groups = new Map<Element, Map<Element, Row>>()
  for (const link of links) {
    if (++count % 100 === 0) yield
    const row = rowOf(link, root, holdings)
    const container = row.parentElement ?? root
    const group = groups.get(container) ?? new Map<Element, Row>()
    groups.set(container, group)
    const title = titleOf(link)
    const known = group.get(row)
    if (known && known.title.length >= title.length) continue
    group.set(row, { element: row, link, title, flat: row === link })
  }
  return [...groups].map(([container, rows]) => ({ container, rows: [...rows.values()] }))
}

function note(link: HTMLAnchorElement, root: Element, holdings: Map<Element, Holding>): void {
  const raw = link.getAttribute('href') ?? ''
  const target = VOID.test(raw.trim()) ? link : raw
  for (let at: Element | null = link; at && at !== root; at = at.parentElement) {
    const holding = holdings.get(at)
    if (!holding) holdings.set(at, { target, several: false })
    else if (holding.several) return
    else if (holding.target !== target) holding.several = true
  }
}

function rowOf(link: HTMLAnchorElement, root: Element, holdings: Map<Element, Holding>): Element {
  const natural = link.closest('li,tr,dl')
  if (natural && root.contains(natural) && natural !== root) {
    if (!holdings.get(natural)?.several) return natural
    // A `dl` of nothing but `dd` is a list; one with a `dt` may be a single entry of date and title.
    const entry = natural.tagName === 'DL' && !natural.querySelector('dt') ? link.closest('dd') : null
    if (entry && natural.contains(entry) && !holdings.get(entry)?.several) return entry
    if (!natural.querySelector('li,tr,dl') && natural.querySelectorAll('a').length <= LINKS_A_ROW) return natural
  }
  let row: Element = link
  for (let up = link.parentElement; up && up !== root && !holdings.get(up)?.several; up = up.parentElement) row = up
  return (row.textContent?.length ?? 0) > LONGEST_ROW ? link : row
}

/** Where a row's link leads, absolute; empty where it leads nowhere. Asked only of the rows that are kept: resolving costs. */
export function hrefOf(link: HTMLAnchorElement, base: string): string {
  const raw = (link.getAttribute('href') ?? '').trim()
  if (VOID.test(raw)) return ''
  // A document without a window of its own does not resolve addresses against the page.
  return link.ownerDocument.defaultView ? link.href : (absolute(raw, base) ?? '')
}

/** The link's words; its `title` where they are cut short by "…". */
function titleOf(link: HTMLAnchorElement): string {
  const heading = link.querySelector('h1,h2,h3,h4,h5')
  const text = clean(heading?.textContent || link.textContent || '') || clean(link.querySelector('img')?.alt ?? '')
  const full = clean(link.title)
  if (full.length > text.length && (text === '' || full.startsWith(text.replace(/(?:(?<!\.)\.{2,}|(?<!…)…+|-{3})$/, '').trim()))) return full
  return text
}

function clean(text: string): string {
  return text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim()
}
