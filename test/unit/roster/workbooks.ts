import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

/** A cell of a made-up table: text, and how many rows or columns it spans. */
export interface Span {
  text: string
  down?: number
  across?: number
}

export type MadeCell = string | number | Span | null

/** LibreOffice is not on every machine; without it its tests are skipped, and said so. */
export const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path)) ?? null

/** A workbook as LibreOffice itself saves it, in any of its formats. */
export function savedByLibreOffice(sheets: Record<string, MadeCell[][]>, format: 'xlsx' | 'xls' | 'ods' | 'csv'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-workbook-'))
  try {
    writeFileSync(join(folder, 'table.fods'), flatDocument(sheets))
    execFileSync(SOFFICE!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'table.fods')], { stdio: 'ignore' })
    return new Uint8Array(readFileSync(join(folder, `table.${format}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function flatDocument(sheets: Record<string, MadeCell[][]>): string {
  const tables = Object.entries(sheets).map(([name, rows]) => `<table:table table:name="${name}">${rows.map((row) => `<table:table-row>${row.map(flatCell).join('')}</table:table-row>`).join('')}</table:table>`)
  const spaces = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document>`
}

function flatCell(cell: MadeCell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'number') return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  const { text, down = 1, across = 1 } = typeof cell === 'string' ? { text: cell } : cell
  return `<table:table-cell table:number-rows-spanned="${down}" table:number-columns-spanned="${across}" office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`
}

/** How two makers write the same workbook: Excel with shared, rich and phonetic strings; WPS with its own parts and inline text. */
export function savedAs(maker: 'excel' | 'wps', rows: (string | number | null)[][], merges: string[] = []): Uint8Array {
  const strings: string[] = []
  const shared = (text: string) => `<v>${(strings.includes(text) ? strings : (strings.push(text), strings)).indexOf(text)}</v>`
  const cell = (value: string | number | null, row: number, column: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`
    if (value === null) return `<c r="${at}" s="1"/>`
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    return maker === 'excel' ? `<c r="${at}" t="s">${shared(value)}</c>` : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  }
  const data = rows.map((row, n) => `<row r="${n + 1}" spans="1:${row.length}">${row.map((value, at) => cell(value, n, at)).join('')}</row>`).join('')
  const merged = merges.length ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const text = (value: string) => (value.length > 3 ? `<si><r><t>${escaped(value.slice(0, 2))}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${escaped(value.slice(2))}</t></r><rPh sb="0" eb="1"><t>ドク</t></rPh></si>` : `<si><t>${escaped(value)}</t></si>`)
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>${maker === 'excel' ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/>` : ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="${maker === 'excel' ? 'xl/workbook.xml' : '/xl/workbook.xml'}"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>${maker === 'excel' ? `<Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${data}</sheetData>${merged}</worksheet>`,
    ...(maker === 'excel' ? { 'xl/sharedStrings.xml': `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map(text).join('')}</sst>` } : { 'docProps/custom.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>' }),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(prolog + xml)])))
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
