import { fillRows, type RowTexts } from './sheet-rows.ts'
import { editZip } from './zip-edit.ts'

/** Two pixels, in the unit of drawings: room for the cell's border. */
const MARGIN = 19_050
const LIST = 'xl/worksheets/sheet1.xml'
const WORKBOOK = 'xl/workbook.xml'
/** The built-in name that goes with a filter. */
export const FILTER_NAME = '_xlnm._FilterDatabase'
const PICTURE = /^xl\/media\/image(\d+)\./
const DRAWING = /^xl\/drawings\/drawing\d+\.xml$/

/**
 * Puts the texts of the first sheet's rows in (`rowOf`: by their numbers from 1; absent: they have them), and mends three things that the writer (hucre 1.0.0) cannot say.
 * Pictures: it anchors them to two cells, so that they are stretched over the row, however high the text makes it;
 * evidence must not be distorted, so each is pinned to its first cell with its own size.
 * Rows of the first sheet: it fixes every height that is given; only `fixedRows` (numbers from 1, those with a picture)
 * stay fixed, the others grow when the unit writes in them.
 * The filter's name: it would show among the names that a person may use.
 * @param pictures put in for the `STAND_IN`s that the writer was given, in their order: it sums each up byte by byte
 */
export function finishWorkbook(workbook: Uint8Array, fixedRows: ReadonlySet<number>, rowOf?: (row: number) => RowTexts, pictures: readonly Uint8Array[] = []): Promise<Uint8Array<ArrayBuffer>> {
  return editZip(workbook, (name) => {
    if (name === LIST) return (sheet) => (rowOf ? fillRows(unfixRows(sheet, fixedRows), rowOf) : unfixRows(sheet, fixedRows))
    if (name === WORKBOOK) return hideFilterName
    if (DRAWING.test(name)) return pinPictures
    return pictures[Number(PICTURE.exec(name)?.[1]) - 1] ?? null
  })
}

export const STAND_IN: Uint8Array = Uint8Array.of(0)

function hideFilterName(workbook: string): string {
  return workbook.replace(`<definedName name="${FILTER_NAME}"`, `<definedName name="${FILTER_NAME}" hidden="1"`)
}

function unfixRows(sheet: string, fixedRows: ReadonlySet<number>): string {
  return sheet.replace(/(<row r="(\d+)"[^>]*?) customHeight="1"/g, (whole, start: string, row: string) => (fixedRows.has(Number(row)) ? whole : start))
}

function pinPictures(drawing: string): string {
  return drawing.replace(/<xdr:twoCellAnchor>([\s\S]*?)<\/xdr:twoCellAnchor>/g, (_, anchor: string) => {
    const size = /<a:ext cx="(\d+)" cy="(\d+)"\s*\/>/.exec(anchor)
    if (!size) throw new Error('a drawing without a size')
    const placed = anchor
      .replace(/<xdr:to>[\s\S]*?<\/xdr:to>/, `<xdr:ext cx="${size[1]}" cy="${size[2]}"/>`)
      .replace(/<xdr:(colOff|rowOff)>0</g, `<xdr:$1>${MARGIN}<`)
    return `<xdr:oneCellAnchor>${placed}</xdr:oneCellAnchor>`
  })
}
