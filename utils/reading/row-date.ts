import type { Day } from '../types/reading.ts'
import { dayOf } from '../types/day.ts'
import { findDates, isOnlyDate } from './date-words.ts'
import { labelOf } from './date-visible.ts'
import { isTextless } from './inline.ts'
import type { Row } from './rows.ts'

/** The date of one row, as printed. */
export interface RowDate {
  day: Day | null
  monthDay: string | null
  /** Element that shows it. */
  element: Element
}

interface Cell {
  text: string
  element: Element
  inLink: boolean
}

/** A row's texts beyond this length are summaries: dates in them belong to what the item tells. */
const SHORT = 48

/**
 * The date of a list row: a cell that is nothing but a date, a date set in two cells (day, year and month), a labelled
 * date in a short text, or a date at the very edge of the row. Dates inside titles and summaries do not count.
 */
export function rowDate(row: Row, today: Day): RowDate | null {
  const cells = row.flat ? cellsBeside(row.link) : cellsOf(row.element, row.link)
  const options = { monthDay: true, shortYear: true, today }
  const only: (RowDate & { cell: Cell })[] = []
  for (const cell of cells) {
    const date = isOnlyDate(cell.text, options)
    if (date) only.push({ day: date.day, monthDay: date.monthDay, element: cell.element, cell })
  }
  const full = only.filter((d) => d.day)
  if (full.length > 0) return byHeader(row.element, full) ?? (full[full.length - 1] as RowDate)
  const joined = splitDate(cells)
  if (joined) return joined
  const monthDay = only[only.length - 1]
  if (monthDay) return withYear(monthDay, row)
  return labelledDate(cells, today) ?? edgeDate(cells, today)
}

/** Texts of the row in order, one per text node. */
function cellsOf(root: Element, link: Element): Cell[] {
  const cells: Cell[] = []
  const visit = (element: Element, inLink: boolean): void => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = clean((node as Text).data)
        if (text !== '') cells.push({ text, element, inLink })
      } else if (node.nodeType === 1 && !isTextless(node as Element)) visit(node as Element, inLink || node === link)
    }
  }
  visit(root, root === link)
  return cells
}

/** For links that stand bare in a row of others: the texts up to the next link, else those since the last one. */
function cellsBeside(link: Element): Cell[] {
  const side = (next: (n: Node) => Node | null): Cell[] => {
    const cells: Cell[] = []
    for (let node = next(link); node && node.nodeName !== 'A' && node.nodeName !== 'BR'; node = next(node)) {
      if (node.nodeType === 3 && clean((node as Text).data)) {
        cells.push({ text: clean((node as Text).data), element: link.parentElement ?? link, inLink: false })
      } else if (node.nodeType === 1) cells.push(...cellsOf(node as Element, link))
    }
    return cells
  }
  const own = cellsOf(link, link)
  const after = side((n) => n.nextSibling)
  const found = [...own, ...after]
  return found.some((c) => findDates(c.text, { monthDay: true }).length > 0) ? found : [...side((n) => n.previousSibling), ...own]
}

function clean(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim()
}

/** With several date columns, the one headed 发布日期 or the like. */
function byHeader(row: Element, dates: readonly (RowDate & { cell: Cell })[]): RowDate | null {
  if (dates.length < 2) return null
  const header = row.closest('table')?.querySelector('tr')
  const heads = row.tagName === 'TR' && header && header !== row ? [...header.children].map((c) => clean(c.textContent ?? '')) : []
  const labelled = dates.find((d) => {
    const at = [...row.children].findIndex((c) => c.contains(d.element))
    return /发布|公开|时间|更新/.test(heads[at] ?? '') && !/成文|生成|截止|来信|开标/.test(heads[at] ?? '')
  })
  return labelled ?? dates.find((d) => /发布|更新/.test(d.cell.text)) ?? null
}

/** `12` beside `2024-05`, `05-12` beside `2024`, `12` beside `5月` beside `2024年`. */
function splitDate(cells: readonly Cell[]): RowDate | null {
  let year = ''
  let month = ''
  let day = ''
  let element: Element | null = null
  for (const { text, element: at } of cells) {
    const t = text.replace(/^[[(（【]|[\])）】]$/g, '').trim()
    const ym = /^((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})月?$/.exec(t)
    const md = /^(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?$/.exec(t)
    if (ym) [year, month] = [ym[1] as string, ym[2] as string]
    else if (/^(?:19|20)\d{2}年?$/.test(t)) year = t.slice(0, 4)
    else if (md && !day) [month, day] = [md[1] as string, md[2] as string]
    else if (/^\d{1,2}月$/.test(t)) month = t.slice(0, -1)
    else if (/^\d{1,2}日?$/.test(t) && !day) day = t.replace('日', '')
    else continue
    element ??= at
  }
  const full = element && dayOf(Number(year), Number(month), Number(day))
  if (full) return { day: full, monthDay: null, element: element as Element }
  const yearless = element && year === '' && month !== '' && day !== '' ? dayOf(2000, Number(month), Number(day)) : null
  return yearless ? { day: null, monthDay: yearless.slice(5), element: element as Element } : null
}

/** A month and day gets its year where the row's markup knows it (`datetime`, `title`, `data-…`). */
function withYear(date: RowDate, row: Row): RowDate {
  for (const element of [date.element, row.link]) {
    for (const attribute of element.attributes) {
      if (attribute.name === 'href' || attribute.name === 'style' || (element === row.link && attribute.name === 'title')) continue
      const found = findDates(attribute.value)[0]
      if (found?.day?.endsWith(date.monthDay ?? '-')) return { ...date, day: found.day }
    }
  }
  return date
}

function labelledDate(cells: readonly Cell[], today: Day): RowDate | null {
  for (const cell of cells) {
    if (cell.text.length > SHORT) continue
    for (const date of findDates(cell.text, { today })) {
      const label = labelOf(cell.text.slice(0, date.start))
      if (label !== 'none' && label !== 'other' && date.day) return { day: date.day, monthDay: null, element: cell.element }
    }
  }
  return null
}

/** `[01-12] 标题`, `标题 2020-07-02`, `来源 2020-07-02` in one text node. */
function edgeDate(cells: readonly Cell[], today: Day): RowDate | null {
  for (const cell of [...cells].reverse()) {
    const text = cell.text
    const dates = findDates(text, { monthDay: true, today })
    for (const date of [dates[dates.length - 1], dates[0]]) {
      if (!date) continue
      const bracketed = /[[(（【〔]\s*$/.test(text.slice(0, date.start)) && /^\s*[\])）】〕]/.test(text.slice(date.end))
      const atStart = /^[\s[\]()（）【】〔〕·•▪>》]*$/.test(text.slice(0, date.start))
      const atEnd = /^[\s[\]()（）【】〔〕]*$/.test(text.slice(date.end))
      const apart = atStart ? bracketed || /^\s/.test(text.slice(date.end)) : bracketed || /[\s　:：]$/.test(text.slice(0, date.start))
      if (!(atStart || atEnd) || !apart) continue
      if (date.form === 'full' && /[年]/.test(text.slice(date.start, date.end)) && cell.inLink && !bracketed) continue
      if (date.form === 'relative') continue
      return { day: date.day, monthDay: date.monthDay, element: cell.element }
    }
  }
  return null
}
