import { shortNumber, type Issue } from '../../types/issue.ts'
import { CELL_LIMIT, cleanText, clip } from '../cell.ts'
import { fill, severityWord, typeWords, WORDS } from '../words.ts'

export type UnitColumnKey = keyof typeof WORDS.sheet.columns

/** A column of the list that a unit gets. Widths in characters, for A4 landscape with all columns on one page. */
export interface UnitColumn {
  key: UnitColumnKey
  width: number
  /** To be filled in by the unit. */
  asked?: boolean
  hidden?: boolean
}

export const UNIT_COLUMNS: readonly UnitColumn[] = [
  { key: 'row', width: 5 },
  { key: 'number', width: 9 },
  { key: 'place', width: 13 },
  { key: 'kind', width: 11 },
  { key: 'severity', width: 6 },
  { key: 'description', width: 28 },
  { key: 'quote', width: 18 },
  { key: 'suggestion', width: 18 },
  { key: 'page', width: 18 },
  { key: 'shots', width: 24 },
  { key: 'deadline', width: 11 },
  { key: 'measures', width: 18, asked: true },
  { key: 'state', width: 11, asked: true },
  { key: 'fixed-on', width: 11, asked: true },
  { key: 'person', width: 9, asked: true },
  { key: 'id', width: 34, hidden: true },
]

/** A longer text would push everything else off the page; the whole of it stands in the CSV. */
const LONGEST = 2000

/** What a row says, less the columns to fill in: as text, clean, with LF line breaks. */
export function unitCells(issue: Issue, row: number, shots: readonly string[]): Record<UnitColumnKey, string> {
  const { group, kind } = typeWords(issue.check)
  const basis = issue.basis && fill(WORDS.sheet.basis, { basis: issue.basis })
  const cells: Record<UnitColumnKey, string> = {
    row: String(row),
    number: String(shortNumber(issue)),
    place: lines(issue.siteName, issue.columnName),
    kind: kind === group ? group : lines(group, kind),
    severity: severityWord(issue.severity),
    description: lines(issue.description, basis),
    quote: issue.quote,
    suggestion: issue.suggestion,
    page: issue.pageTitle || issue.url,
    shots: shots.join('\n'),
    deadline: issue.deadline ?? '',
    measures: '',
    state: '',
    'fixed-on': '',
    person: '',
    id: issue.id,
  }
  for (const { key } of UNIT_COLUMNS) cells[key] = clip(cleanText(cells[key]), Math.min(LONGEST, CELL_LIMIT), WORDS.clipped)
  return cells
}

function lines(...parts: string[]): string {
  return parts.filter(Boolean).join('\n')
}
