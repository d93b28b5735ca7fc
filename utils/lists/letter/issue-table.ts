import { ExternalHyperlink, ImageRun, type ParagraphChild, type Table } from 'docx'
import words from '../../../assets/documents/notice.json' with { type: 'json' }
import type { Issue } from '../../types/issue.ts'
import { clip } from '../cell.ts'
import type { Thumbs } from '../folder/documents.ts'
import { pictureSize } from '../picture-size.ts'
import { pictureEnding } from '../picture.ts'
import { unitCells } from '../sheet/unit-columns.ts'
import { isLinkable } from '../web-link.ts'
import { fill, WORDS } from '../words.ts'
import { runs } from './blocks.ts'
import { LYING_WIDTH, SIZE } from './layout.ts'
import { plainTable, smallRuns, type TableColumn } from './plain-table.ts'

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
/** A row that fills most of a page must be allowed to break. */
const UNBROKEN = 500
/** A page's title is a link here, not a text to be read. */
const LONGEST_TITLE = 80

/** 问题表 with pictures: an issue a row, its first picture shown, the header on every page. */
export async function issueTable(issues: readonly Issue[], thumbs: Thumbs): Promise<Table> {
  const rows: (string | ParagraphChild[])[][] = []
  for (const issue of issues) rows.push(await rowOf(issue, thumbs))
  return plainTable(LYING_WIDTH, COLUMNS, rows, (at) => lengthOf(rows[at] ?? []) > UNBROKEN)
}

async function rowOf(issue: Issue, thumbs: Thumbs): Promise<(string | ParagraphChild[])[]> {
  const cells = unitCells(issue, 0, [])
  const page = clip(cells.page, LONGEST_TITLE, '…')
  return [
    cells.number,
    cells.place,
    `${cells.kind}\n${cells.severity}`,
    [cells.description, cells.quote && fill(words.quote, { quote: cells.quote })].filter(Boolean).join('\n'),
    cells.suggestion,
    isLinkable(issue.url) ? [new ExternalHyperlink({ link: issue.url, children: runs(page, { size: SIZE['五号'], style: 'Hyperlink' }) })] : page,
    cells.deadline,
    await pictureOf(issue, thumbs),
  ]
}

async function pictureOf(issue: Issue, thumbs: Thumbs): Promise<string | ParagraphChild[]> {
  for (const [at, shot] of issue.shots.entries()) {
    const bytes = await thumbs(shot, issue)
    const size = bytes && pictureSize(bytes)
    if (!bytes || !size) continue
    const scale = Math.min(WIDEST / size.width, HIGHEST / size.height, 1)
    const name = `${WORDS.sheet.columns.shots} ${issue.number}-${at + 1}`
    const image = new ImageRun({
      type: pictureEnding(bytes) === 'png' ? 'png' : 'jpg',
      data: bytes,
      transformation: { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) },
      altText: { name, title: name, description: name },
    })
    const others = issue.shots.length - 1
    return [image, ...(others ? smallRuns(`\n${fill(words['more-shots'], { count: others })}`) : [])]
  }
  return issue.shots.length ? words['shot-missing'] : ''
}

function lengthOf(row: readonly (string | ParagraphChild[])[]): number {
  return Math.max(...row.map((cell) => (typeof cell === 'string' ? cell.length : 0)))
}
