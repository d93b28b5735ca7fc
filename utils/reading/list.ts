import type { Day, ListItem, ListReading } from '../types/reading.ts'
import { dayInAddress } from './address.ts'
import { anchorOf } from './anchor.ts'
import type { Page } from './page.ts'
import type { RowDate } from './row-date.ts'
import { rowDate } from './row-date.ts'
import type { Row, RowGroup } from './rows.ts'
import { hrefOf } from './rows.ts'
import type { Steps } from './steps.ts'
import type { Zone } from './zone.ts'
import { resolveYears } from './years.ts'

/** A group of rows whose dates were looked up. */
export interface DatedGroup {
  container: Element
  /** See `RowGroup.shownAt`. */
  shownAt?: Element
  rows: { row: Row; date: RowDate | null }[]
  zone: Zone
  shown: boolean
  dated: number
  /** Mean length of the titles, in characters. */
  length: number
  pictures: boolean
}

/** Names of boxes beside the main list. */
const SIDE = /hot|recommend|related|relate|xgxx|xgyd|rank|click|tuijian|side|^left|[-_]left|friend|link(?!e)|share|login|search|tag|crumb|weizhi|location|pag(e|ing|ination)s?$/i

/** Looks up dates and surroundings of every group that may be a list. */
export function* dateGroups(groups: readonly RowGroup[], page: Page): Steps<DatedGroup[]> {
  const dated: DatedGroup[] = []
  let count = 0
  for (const group of groups) {
    const rows: DatedGroup['rows'] = []
    let [datedRows, letters, pictures] = [0, 0, 0]
    for (const row of group.rows) {
      if (++count % 50 === 0) yield
      if (row.title.length < 2) continue
      const date = rowDate(row, page.today)
      rows.push({ row, date })
      letters += row.title.length
      if (date) datedRows++
      if (row.element.querySelector('img')) pictures++
    }
    if (rows.length === 0) continue
    const around = group.shownAt ? { zone: 'main' as const, shown: true } : surroundings(group.container, page)
    dated.push({
      container: group.container,
      ...(group.shownAt ? { shownAt: group.shownAt } : {}),
      rows,
      ...around,
      dated: datedRows,
      length: letters / rows.length,
      pictures: pictures > rows.length / 2,
    })
  }
  return dated
}

function surroundings(container: Element, page: Page): { zone: Zone; shown: boolean } {
  let zone: Zone | null = null
  for (let at: Element | null = container; at && !zone; at = at.parentElement) zone = page.zones.opens(at)
  return { zone: zone ?? 'main', shown: page.shown.has(container) }
}

/** How much a group looks like the list of a column; 0 for menus. */
export function listScore(group: DatedGroup, paging: Element | null = null): number {
  const { rows, dated, length } = group
  if (dated === 0 && length < 9 && !group.pictures) return 0
  if (dated === 0 && rows.length < 2) return 0
  if (dated < 2 && group.zone !== 'main' && group.zone !== 'aside') return 0
  let score = dated * 3 + Math.min(rows.length, 30) * Math.min(length, 30) * 0.06
  if (group.zone !== 'main') score *= group.zone === 'aside' ? 0.4 : 0.1
  if (!group.shown) score *= 0.2
  if (paging && isBeside(group.container, paging)) score *= 2
  for (let at: Element | null = group.container, up = 0; at && up < 4; at = at.parentElement, up++) {
    if (`${at.id} ${at.getAttribute('class') ?? ''}`.split(/\s+/).some((n) => n !== '' && SIDE.test(n))) {
      score *= 0.5
      break
    }
  }
  return score
}

/** Whether paging stands under a list: within the nearest few elements around it. A sidebar's list has none. */
function isBeside(container: Element, paging: Element): boolean {
  let at: Element | null = container
  for (let up = 0; at && up < 3 && at.tagName !== 'BODY'; at = at.parentElement, up++) if (at.contains(paging)) return true
  return false
}

/** Groups that are parts of one list: alike containers under one parent, as in a column that draws a line after every five rows. */
export function mergeParts(groups: readonly DatedGroup[]): DatedGroup[] {
  const merged: DatedGroup[] = []
  const byShape = new Map<Element, DatedGroup[]>()
  for (const group of groups) {
    const parent = group.container.parentElement
    const alike = parent && byShape.get(parent)?.find((g) => g.shown === group.shown && shape(g.container) === shape(group.container) && g.dated > 0 === group.dated > 0)
    if (alike) {
      const total = alike.rows.length + group.rows.length
      alike.length = (alike.length * alike.rows.length + group.length * group.rows.length) / total
      alike.rows = [...alike.rows, ...group.rows]
      alike.dated += group.dated
      continue
    }
    const copy = { ...group }
    merged.push(copy)
    if (parent) byShape.set(parent, [...(byShape.get(parent) ?? []), copy])
  }
  return merged
}

function shape(element: Element): string {
  return `${element.tagName}.${element.getAttribute('class') ?? ''}`
}

/** A group as a list, its years resolved. */
export function* toList(group: DatedGroup, page: Page, about: { name: string | null; href: string | null; paged: boolean }): Steps<ListReading> {
  const years = resolveYears(
    group.rows.map(({ row, date }) => ({
      day: date?.day ?? null,
      monthDay: date?.monthDay ?? null,
      addressDay: date?.monthDay ? dayInAddress(hrefOf(row.link, page.base)) : null,
    })),
    page.today,
  )
  const items: ListItem[] = []
  for (const [i, { row, date }] of group.rows.entries()) {
    if (i % 50 === 49) yield
    items.push({
      title: row.title,
      href: hrefOf(row.link, page.base),
      day: years[i] ?? null,
      ...(date?.monthDay ? { monthDay: date.monthDay } : {}),
      anchor: anchorOf(group.shownAt ?? row.link, '', 0, 0, page.places),
    })
  }
  const newest = newestOf(items)
  return {
    ...about,
    items,
    newest: newest?.day ?? null,
    newestMonthDay: newest?.monthDay ?? null,
    anchor: anchorOf(group.shownAt ?? group.container, '', 0, 0, page.places),
  }
}

function newestOf(items: readonly ListItem[]): ListItem | null {
  let best: (ListItem & { day: Day }) | null = null
  for (const item of items) {
    if (item.day && (!best || item.day > best.day)) best = { ...item, day: item.day }
  }
  return best
}
