import type { Cell, WriteSheet } from 'hucre/xlsx'
import { pictureEnding } from '../picture.ts'
import type { PictureSize } from '../picture-size.ts'
import { ROW_STYLES, type RowText, type RowTexts } from './sheet-rows.ts'
import { STYLES } from './sheet-styles.ts'
import { textHeight } from './text-height.ts'
import { REPLY_STATES } from '../../types/issue.ts'
import { UNIT_COLUMNS, type UnitColumnKey } from './unit-columns.ts'
import { isLinkable } from '../web-link.ts'
import { WORDS } from '../words.ts'

/** One row of the list: its cells, the page's address and the picture shown. */
export interface UnitRow {
  cells: Record<UnitColumnKey, string>
  url: string
  thumbnail: { bytes: Uint8Array; size: PictureSize } | null
}

type SheetImage = NonNullable<WriteSheet['images']>[number]

/** Rows above the first issue: title and header. */
export const ROWS_ABOVE = 2

/** A picture as wide as its column allows: 24 characters of 7 pixels, less a margin. */
const PICTURE_WIDTH = 164
const HIGHEST_PICTURE = 220
const POINTS_PER_PIXEL = 0.75
/** Spreadsheets cannot make a row higher. */
const HIGHEST_ROW = 409

const CENTRED = new Set<UnitColumnKey>(['row', 'number', 'severity', 'deadline'])
const at = (key: UnitColumnKey) => UNIT_COLUMNS.findIndex((column) => column.key === key)
const letter = (index: number) => String.fromCharCode(65 + index)
const LAST_SHOWN = at('person')

/** The sheet 问题清单, whose rows `fillRows` has still to fill with `textsOf`: title, frozen header with filter, one issue a row, drop-down for 整改情况, A4 landscape one page wide. */
export function unitSheet(title: string, rows: readonly UnitRow[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rowDefs = new Map([[0, { height: 30 }], [1, { height: 30 }]])
  const images: SheetImage[] = []
  cells.set('0,0', { value: title, type: 'string', style: STYLES.title })
  ROW_STYLES.forEach((style, n) => cells.set(`0,${n + 1}`, { value: null, type: 'empty', style: STYLES[style] }))
  UNIT_COLUMNS.forEach(({ key }, column) => {
    cells.set(`1,${column}`, { value: WORDS.sheet.columns[key], type: 'string', style: STYLES.header })
  })
  rows.forEach((row, n) => {
    const line = n + ROWS_ABOVE
    cells.set(`${line},${at('number')}`, numberOf(row))
    const image = row.thumbnail && imageOf(row.thumbnail, line, row.cells.number)
    if (image) images.push(image)
    rowDefs.set(line, { height: heightOf(row, image) })
  })
  const last = rows.length + ROWS_ABOVE
  return {
    name: WORDS.sheet.list,
    columns: UNIT_COLUMNS.map(({ width, hidden }) => ({ width, ...(hidden && { hidden }) })),
    cells,
    rowDefs,
    images,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: LAST_SHOWN }],
    freezePane: { rows: ROWS_ABOVE, columns: at('number') + 1 },
    autoFilter: { range: `A2:${letter(LAST_SHOWN)}${last}` },
    dataValidations: [stateChoice(last)],
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
      printTitlesRow: '$1:$2', printArea: `$A$1:$${letter(LAST_SHOWN)}$${last}`,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.2, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${WORDS.sheet['page-number']}` },
  }
}

/** The range of the filter as a defined name has it. */
export function filterRange(rows: number): string {
  return `${WORDS.sheet.list}!$A$2:$${letter(LAST_SHOWN)}$${rows + ROWS_ABOVE}`
}

/** Not on the title: LibreOffice does not wrap what is a link. */
function numberOf({ cells: { number }, url }: UnitRow): Partial<Cell> {
  return isLinkable(url) ? { value: number, type: 'string', style: STYLES.link, hyperlink: { target: url } } : { value: number, type: 'string', style: STYLES.centred }
}

/** All of a row but its number. */
export function textsOf(row: UnitRow): RowTexts {
  const texts = UNIT_COLUMNS.map(({ key, asked }, column): RowText => {
    const style = asked ? 'asked' : key === 'shots' && row.thumbnail ? 'under' : CENTRED.has(key) ? 'centred' : 'cell'
    return { letter: letter(column), text: asked ? null : row.cells[key], style }
  })
  return { before: texts.slice(0, at('number')), after: texts.slice(at('number') + 1) }
}

function stateChoice(last: number) {
  const values = REPLY_STATES.map((state) => WORDS.sheet.state[state])
  const column = letter(at('state'))
  return {
    type: 'list' as const, values, allowBlank: true, range: `${column}${ROWS_ABOVE + 1}:${column}${last}`,
    showErrorMessage: true, errorTitle: WORDS.sheet['choose-title'], errorMessage: WORDS.sheet.choose,
  }
}

function imageOf({ bytes, size }: NonNullable<UnitRow['thumbnail']>, line: number, number: string): SheetImage {
  const scale = Math.min(PICTURE_WIDTH / size.width, HIGHEST_PICTURE / size.height)
  return {
    data: bytes,
    type: pictureEnding(bytes) === 'png' ? 'png' : 'jpeg',
    anchor: { from: { row: line, col: at('shots') }, to: { row: line + 1, col: at('shots') + 1 } },
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
    altText: `${WORDS.sheet.columns.shots} ${number}`,
  }
}

/** Not every program finds the height of wrapped text by itself on opening; a picture never counts for it. */
function heightOf({ cells }: UnitRow, image: SheetImage | null): number {
  const text = Math.max(...UNIT_COLUMNS.filter(({ hidden, key }) => !hidden && !(image && key === 'shots')).map(({ key, width }) => textHeight(cells[key], width)))
  const picture = image ? ((image.height ?? 0) + 8) * POINTS_PER_PIXEL + textHeight(cells.shots, 30) : 0
  return Math.min(HIGHEST_ROW, Math.ceil(Math.max(text, picture) + 2))
}
