import { SEVERITIES } from '../../types/finding.ts'
import type { Issue } from '../../types/issue.ts'
import { clip, cleanText } from '../cell.ts'
import { severityWord, typeWords, WORDS } from '../words.ts'

/** A name that is longer is none; it only tells the rows apart. */
const LONGEST_NAME = 200

/** A table of the 统计 sheet. Numbers stay numbers, so that the unit can reckon with them. */
export interface StatsTable {
  title: string
  header: string[]
  rows: (string | number)[][]
}

/** Counts of one unit's issues: by type and severity, and by column; most first, then by name. */
export function unitStats(issues: readonly Issue[]): StatsTable[] {
  return [byKind(issues), byColumn(issues)]
}

function byKind(issues: readonly Issue[]): StatsTable {
  const groups = tally(issues, (issue) => typeWords(issue.check).group)
  const counts = (of: readonly Issue[]) => [...SEVERITIES.map((severity) => of.filter((issue) => issue.severity === severity).length), of.length]
  return {
    title: WORDS.sheet['by-kind'],
    header: [WORDS.sheet.columns.kind, ...SEVERITIES.map(severityWord), WORDS.sheet.total],
    rows: [...groups.map(([group, of]) => [group, ...counts(of)]), [WORDS.sheet.total, ...counts(issues)]],
  }
}

function byColumn(issues: readonly Issue[]): StatsTable {
  const columns = tally(issues, ({ columnName }) => clip(cleanText(columnName), LONGEST_NAME, WORDS.clipped) || WORDS.sheet['no-column'])
  return {
    title: WORDS.sheet['by-column'],
    header: [WORDS.columns.column, WORDS.sheet.count],
    rows: [...columns.map(([column, of]) => [column, of.length]), [WORDS.sheet.total, issues.length]],
  }
}

function tally(issues: readonly Issue[], keyOf: (issue: Issue) => string): [string, Issue[]][] {
  const groups = new Map<string, Issue[]>()
  for (const issue of issues) groups.set(keyOf(issue), [...(groups.get(keyOf(issue)) ?? []), issue])
  return [...groups].sort(([a, of], [b, other]) => other.length - of.length || (a < b ? -1 : 1))
}
