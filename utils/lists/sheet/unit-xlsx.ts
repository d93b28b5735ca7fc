import { writeXlsx } from 'hucre/xlsx'
import { cleanText } from '../cell.ts'
import type { Issue } from '../../types/issue.ts'
import { shotName } from '../csv/columns.ts'
import { ahead } from '../folder/ahead.ts'
import type { Thumbs } from '../folder/documents.ts'
import { helpSheet, proofSheet, statsSheet } from './other-sheets.ts'
import { pictureSize } from '../picture-size.ts'
import { sentSheet } from '../reply/sent.ts'
import { DEFAULT_FONT } from './sheet-styles.ts'
import { unitCells } from './unit-columns.ts'
import { filterRange, ROWS_ABOVE, textsOf, unitSheet, type UnitRow } from './unit-sheet.ts'
import { unitStats } from './unit-stats.ts'
import { proofsOf } from '../shot-proof.ts'
import { fill, WORDS } from '../words.ts'
import { FILTER_NAME, finishWorkbook, STAND_IN } from './workbook-finish.ts'

/** So many thumbnails are made at the same time, where they are not kept yet. */
const AT_ONCE = 4

export interface UnitXlsxInput {
  /** '' for issues without a unit. */
  unitName: string
  period: string
  /** In the order of the list. */
  issues: readonly Issue[]
  /** Asked a few at a time. */
  thumbs: Thumbs
  /** What the 截图 cell says of each picture; by default its name without ending. */
  shotNames?: (issue: Issue) => string[]
}

/**
 * 单位问题清单 as a workbook: the list with thumbnails, links and a drop-down, 统计, 填写说明, 截图校验 where there are screenshots, and a hidden sheet
 * by which `readReply` knows its rows again. The same data gives the same bytes.
 * An issue shows its first picture; the others are named. A broken thumbnail is left out and its name stays.
 */
export async function unitXlsx({ unitName, period, issues, thumbs, shotNames }: UnitXlsxInput): Promise<Uint8Array<ArrayBuffer>> {
  const unit = cleanText(unitName) || WORDS['no-unit']
  const pictured = issues.filter(({ shots }) => shots.length > 0)
  const thumbnails = new Map<Issue, UnitRow['thumbnail']>()
  for await (const [issue, thumbnail] of ahead(pictured, AT_ONCE, async (issue) => [issue, await firstThumbnail(issue, thumbs)] as const)) thumbnails.set(issue, thumbnail)
  const rows = issues.map((issue, at): UnitRow => {
    const names = shotNames?.(issue) ?? issue.shots.map((_, n) => shotName(issue, n))
    return { cells: unitCells(issue, at + 1, names), url: issue.url, thumbnail: thumbnails.get(issue) ?? null }
  })
  const title = (words: string) => fill(words, { unit, period })
  const deadlines = issues.flatMap(({ deadline }) => deadline ?? []).sort()
  const figures = [`${WORDS.sheet.total}：${issues.length}`, ...(deadlines[0] ? [`${WORDS.sheet.earliest}：${deadlines[0]}`] : [])]
  // Not the time of export, so that the same data gives the same bytes.
  const changed = new Date(issues.reduce((newest, { updatedAt }) => Math.max(newest, Date.parse(updatedAt)), 0))
  const list = unitSheet(title(WORDS.sheet.title), rows)
  const bytes = await writeXlsx({
    sheets: [
      { ...list, images: list.images?.map((image) => ({ ...image, data: STAND_IN })) ?? [] },
      statsSheet(title(WORDS.sheet['stats-title']), figures, unitStats(issues)),
      helpSheet(),
      ...(pictured.length > 0 ? [proofSheet(proofsOf(issues))] : []),
      sentSheet(rows.map(({ cells }) => cells)),
    ],
    // LibreOffice shows the filter's arrows only where this name is there too, as Excel itself writes it.
    namedRanges: [{ name: FILTER_NAME, range: filterRange(rows.length), scope: WORDS.sheet.list }],
    defaultFont: DEFAULT_FONT,
    properties: { title: title(WORDS.sheet.title), created: changed, modified: changed },
  })
  return finishWorkbook(bytes, new Set(rows.flatMap(({ thumbnail }, at) => (thumbnail ? [at + ROWS_ABOVE + 1] : []))), (row) => textsOf(rows[row - ROWS_ABOVE - 1]!), list.images?.map(({ data }) => data))
}

async function firstThumbnail(issue: Issue, thumbs: UnitXlsxInput['thumbs']): Promise<UnitRow['thumbnail']> {
  for (const shot of issue.shots) {
    const bytes = await thumbs(shot, issue)
    const size = bytes && pictureSize(bytes)
    if (size) return { bytes, size }
  }
  return null
}
