import { ROSTER_LEVELS, MAPPABLE } from '../types/roster-import.ts'
import type { Phrase } from '../types/phrase.ts'
import type { ColumnClass } from '../types/roster.ts'
import { addressParts, prefixOf } from './address.ts'
import { classOfWord } from './column-class.ts'
import type { CsvRow } from './csv-file.ts'
import { isTemplate, nameOfField, type Field, type Places } from './header.ts'
import { daysOfWords } from './period.ts'

/** What is wrong with one row of a file. */
export interface RowProblem {
  /** As Excel and WPS number rows, from 1. */
  line: number
  says: Phrase
  /** True where the row, or what it names, is not imported. */
  leftOut: boolean
}

export type Complain = (problem: string, params?: Record<string, string | number>) => void

/** One row's fields, read but not yet set against the others. */
export interface RosterRow {
  line: number
  unit: string
  aliases: string[]
  site: string
  /** Prefix of the site's address; null where the row gives none. */
  sitePrefix: string | null
  code: string | null
  column: string
  /** Names from the site down to the column itself; empty where the table has no levels. */
  path: string[]
  columnPrefix: string | null
  class: ColumnClass | null
  days: number | null
  exemption: string | null
}

const LONGEST: Record<Field, number> = {
  unit: 200, aliases: 1000, site: 200, address: 2000, code: 50, column: 200, columnAddress: 2000, class: 50, days: 500, exemption: 500,
  level1: 200, level2: 200, level3: 200,
}
/** 政务公开 > 通知公告 in one cell. */
const STEP = /(?<!\s)\s*[>＞→»›]+\s*/
const CODE = /^(?:\d{10}|bm\d{8}|n\d{9})$/i
/** How tables say that a cell has nothing to say. */
const NOTHING = /^(?:无|暂无|空|不限|[-—–/\\]+)$/

/** Reads one row; `site`: the address that a row without one has. What is wrong with a field goes to `complain`, and the row is read without it. Null: nothing can be read. */
export function readRow({ line, cells }: CsvRow, places: Places, complain: Complain, site = ''): RosterRow | null {
  const text = Object.fromEntries(MAPPABLE.map((field) => [field, ''])) as Record<Field, string>
  for (const field of MAPPABLE) {
    const cell = cells[places[field] ?? -1] ?? ''
    if (cell.length > LONGEST[field]) {
      complain('too-long', { field: nameOfField(field), limit: LONGEST[field] })
      return null
    }
    text[field] = NOTHING.test(cell) ? '' : field === 'aliases' ? cell : cell.replace(/\s+/g, ' ')
  }
  const path = [...ROSTER_LEVELS.map((level) => text[level]), ...(isTemplate(places) ? [text.column] : stepsOf(text.column))].filter(Boolean)
  const column = path[path.length - 1] ?? ''
  if (!text.address && !text.site && column) text.address = site
  const sitePrefix = text.address ? (prefixOf(text.address) ?? badAddress('address', text.address, complain)) : null
  return {
    line,
    unit: text.unit,
    aliases: text.aliases.split(/[、；;，,|｜／/\n]/).map((alias) => alias.trim()).filter(Boolean),
    site: text.site,
    sitePrefix,
    code: codeOf(text.code, complain),
    column,
    path: path.length > 1 ? path : [],
    columnPrefix: columnPrefixOf(text.columnAddress, sitePrefix, complain),
    class: classOf(text.class, column, complain),
    days: daysOf(text.days, complain),
    exemption: text.exemption || null,
  }
}

/** 政务公开 > 通知公告 as its two names; a sign at the end of a name is part of it. */
function stepsOf(text: string): string[] {
  const steps = text.split(STEP)
  return steps.every(Boolean) ? steps : [text]
}

function badAddress(field: Field, value: string, complain: Complain): null {
  complain('bad-address', { field: nameOfField(field), value })
  return null
}

/** A column's address may be written without its host: `/zwgk/tzgg/`. */
function columnPrefixOf(address: string, sitePrefix: string | null, complain: Complain): string | null {
  if (!address) return null
  const host = sitePrefix === null ? null : addressParts(sitePrefix)?.host
  const whole = host && /^[/／](?![/／])/.test(address) ? host + address : address
  return prefixOf(whole) ?? badAddress('columnAddress', address, complain)
}

function codeOf(text: string, complain: Complain): string | null {
  const code = text.normalize('NFKC').replace(/\s/g, '')
  if (!code || CODE.test(code)) return code || null
  complain('bad-code', { value: text })
  return null
}

function classOf(text: string, column: string, complain: Complain): ColumnClass | null {
  const known = classOfWord(text)
  if (known || !text || !column) return known
  complain('bad-class', { value: text })
  return null
}

function daysOf(text: string, complain: Complain): number | null {
  const days = daysOfWords(text)
  if (days === 'unknown') complain('bad-days', { value: text.length > 40 ? `${text.slice(0, 40)}…` : text })
  return days === 'unknown' ? null : days
}
