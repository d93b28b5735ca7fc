import type { Issue } from '../../types/issue.ts'
import { HEADER, inOrder, rowsOf, type Histories } from './columns.ts'
import { csvBytes, csvOf } from './csv.ts'
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

/** The weekly CSV: every issue found in the ISO week (Asia/Shanghai), whatever its status. See `periodCsv`. */
export function weeklyCsv(issues: readonly Issue[], week: IsoWeek, histories?: Histories): ListFile {
  return periodCsv(issues, spanOfWeek(week), weekName(week), histories)
}

/**
 * The issues found in a span as CSV, deleted ones left out. The same bytes for the same data:
 * fixed columns, fixed order, no time of export inside.
 * `label` names the period in the file's name. Throws NothingToExport when no issue lies in the span.
 */
export function periodCsv(issues: readonly Issue[], span: Span, label: string, histories?: Histories): ListFile {
  const found = inOrder(issues.filter((issue) => !issue.deletedAt && isWithin(issue.foundAt, span)))
  if (!found.length) throw new NothingToExport()
  const bytes = csvBytes(csvOf(HEADER, rowsOf(found, histories)))
  return { name: periodFileName(WORDS.file.weekly, label), bytes, count: found.length }
}
