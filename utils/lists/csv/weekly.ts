import type { Issue } from '../../types/issue.ts'
import { inOrder, rowsOf, type Histories } from './columns.ts'
import { csvBytes, csvOf } from './csv.ts'
import { encodeGbk } from './gbk.ts'
import { AGREED, type CsvProfile } from './profile.ts'
import { NothingToExport } from '../refusals.ts'
import { periodFileName } from '../file-name.ts'
import { isWithin, spanOfWeek, weekName, type IsoWeek, type Span } from '../week.ts'
import { WORDS } from '../words.ts'

/** A file ready to be saved. */
export interface ListFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** Issues in it. */
  count: number
}

/** A CSV, and what could not be written in its encoding. */
export interface CsvFile extends ListFile {
  /** Characters that GBK does not know, by the issue's number; written as `?`. Empty for UTF-8. */
  lost: { number: number; characters: string }[]
}

/** The weekly CSV: every issue found in the ISO week (Asia/Shanghai), whatever its status. See `periodCsv`. */
export function weeklyCsv(issues: readonly Issue[], week: IsoWeek, histories?: Histories): CsvFile {
  return periodCsv(issues, spanOfWeek(week), weekName(week), histories)
}

/**
 * The issues found in a span as CSV, deleted ones left out. The same bytes for the same data:
 * fixed columns, fixed order, no time of export inside.
 * `profile` gives columns, names and encoding (GBK for old systems). `label` names the period in the file's name. Throws NothingToExport when no issue lies in the span.
 */
export function periodCsv(issues: readonly Issue[], span: Span, label: string, histories?: Histories, profile: CsvProfile = AGREED): CsvFile {
  const found = inOrder(issues.filter((issue) => !issue.deletedAt && isWithin(issue.foundAt, span)))
  if (!found.length) throw new NothingToExport()
  const rows = rowsOf(found, histories, undefined, profile.columns.map(({ key }) => key))
  const text = csvOf(profile.columns.map(({ title }) => title), rows)
  const name = periodFileName(WORDS.file.weekly, label)
  if (profile.encoding === 'utf-8') return { name, bytes: csvBytes(text), count: found.length, lost: [] }
  const { bytes, missing } = encodeGbk(text)
  return { name, bytes, count: found.length, lost: missing.length ? lostOf(found, rows) : [] }
}

function lostOf(issues: readonly Issue[], rows: readonly (readonly string[])[]): CsvFile['lost'] {
  return rows.flatMap((row, at) => {
    const characters = encodeGbk(row.join('')).missing.join('')
    return characters ? [{ number: issues[at]?.number ?? 0, characters }] : []
  })
}
