import type { Table } from 'docx'
import words from '../../../assets/documents/notice.json' with { type: 'json' }
import { shortNumber, type Issue } from '../../types/issue.ts'
import { clip } from '../cell.ts'
import type { Thumbs } from '../folder/documents.ts'
import { pictureSize } from '../picture-size.ts'
import { pictureEnding } from '../picture.ts'
import { unitCells } from '../sheet/unit-columns.ts'
import { isLinkable } from '../web-link.ts'
import { fill, WORDS } from '../words.ts'
import { LYING_WIDTH } from './layout.ts'
import { plainTable, type TableColumn } from './plain-table.ts'
import { tableRows, type RowCell, type TableRows } from './table-rows.ts'

const COLUMNS: TableColumn[] = [
  { title: words.columns.number, share: 5, centred: true },
  { title: words.columns.place, share: 11 },
  { title: words.columns.kind, share: 9 },
  { title: words.columns.description, share: 28 },
  { title: words.columns.suggestion, share: 14 },
  { title: words.columns.page, share: 10 },
  { title: words.columns.deadline, share: 8, centred: true },
  { title: words.columns.shots, share: 15, centred: true },
]
/** In pixels of 96 to the inch: the column of 38 mm less its margins. */
const WIDEST = 134
const HIGHEST = 300
/** Stands where the rows belong; a sign for private use, that no cleaned text of ours is alone. */
export const ROWS_HERE = '\uE000rows\uE000'
/** A row that fills most of a page must be allowed to break. */
const UNBROKEN = 500
/** A page's title is a link here, not a text to be read. */
const LONGEST_TITLE = 80

/** 问题表 with pictures: an issue a row, its first picture shown, the header on every page. The table has the header and one row in place of `rows`: `finishDocument` puts them in. */
export async function issueTable(issues: readonly Issue[], thumbs: Thumbs): Promise<{ table: Table; rows: TableRows }> {
  const cells: RowCell[][] = []
  for (const issue of issues) cells.push(await rowOf(issue, thumbs))
  const rows = tableRows(LYING_WIDTH, COLUMNS, cells, (at) => lengthOf(cells[at] ?? []) > UNBROKEN)
  return { table: plainTable(LYING_WIDTH, COLUMNS, [[ROWS_HERE]]), rows }
}

async function rowOf(issue: Issue, thumbs: Thumbs): Promise<RowCell[]> {
  const cells = unitCells(issue, 0, [])
  const page = clip(cells.page, LONGEST_TITLE, '…')
  return [
    cells.number,
    cells.place,
    `${cells.kind}\n${cells.severity}`,
    [cells.description, cells.quote && fill(words.quote, { quote: cells.quote })].filter(Boolean).join('\n'),
    cells.suggestion,
    isLinkable(issue.url) ? { text: page, link: issue.url } : page,
    cells.deadline,
    await pictureOf(issue, thumbs),
  ]
}

async function pictureOf(issue: Issue, thumbs: Thumbs): Promise<RowCell> {
  for (const [at, shot] of issue.shots.entries()) {
    const bytes = await thumbs(shot, issue)
    const size = bytes && pictureSize(bytes)
    if (!bytes || !size) continue
    const scale = Math.min(WIDEST / size.width, HIGHEST / size.height, 1)
    const others = issue.shots.length - 1
    return {
      picture: bytes,
      ending: pictureEnding(bytes) === 'png' ? 'png' : 'jpg',
      name: `${WORDS.sheet.columns.shots} ${shortNumber(issue)}-${at + 1}`,
      width: Math.max(1, Math.round(size.width * scale)),
      height: Math.max(1, Math.round(size.height * scale)),
      under: others ? fill(words['more-shots'], { count: others }) : '',
    }
  }
  return issue.shots.length ? words['shot-missing'] : ''
}

function lengthOf(row: readonly RowCell[]): number {
  return Math.max(...row.map((cell) => (typeof cell === 'string' ? cell.length : 0)))
}
