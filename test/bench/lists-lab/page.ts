/** Runs in a page: our lists and the peers' on the same data, one after the other. */
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import Papa from 'papaparse'
import { unitsZip } from '../../../utils/lists/folder/unit-zip.ts'
import { HEADER, rowsOf } from '../../../utils/lists/csv/columns.ts'
import { disarm } from '../../../utils/lists/cell.ts'
import { UNIT_COLUMNS, unitCells } from '../../../utils/lists/sheet/unit-columns.ts'
import { sharesOf } from '../../../utils/lists/units.ts'
import { periodCsv } from '../../../utils/lists/csv/weekly.ts'
import { createHelpers, type Helpers } from '../../../utils/app/framing/helpers.ts'
import { marksOf } from '../../../utils/app/framing/marks-of.ts'
import { threaded } from '../../../utils/app/desk/exports/threaded.ts'
import type { Issue, ShotRef } from '../../../utils/types/issue.ts'
import { makeIssues, makePictures, type Pictures } from './data.ts'

export interface Timed {
  ms: number
  bytes: number
}

let data: { issues: Issue[]; pictures: Pictures }
let helpers: Helpers

/**
 * Makes the data once; it is no part of what is timed.
 * @param helper the script of a thread that helps
 */
export async function prepare(issues: number, units: number, shots: number, helper: string): Promise<{ pictureBytes: number }> {
  const address = URL.createObjectURL(new Blob([helper], { type: 'text/javascript' }))
  helpers = createHelpers(() => new Worker(address), Math.min(4, navigator.hardwareConcurrency))
  const pictures = await makePictures(shots)
  data = { issues: makeIssues(issues, units, pictures), pictures }
  return { pictureBytes: pictures.originals.values().next().value?.length ?? 0 }
}

/** As in an export that nobody changed. */
const MARKS = { cover: true, strip: true }
const SPAN = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }

export const csv = () => timed(async () => periodCsv(data.issues, SPAN, '2026').bytes.length)

/** The same cells through the peer, with BOM and disarmed formulas. */
export const csvPeer = () => timed(async () => {
  const text = Papa.unparse({ fields: [...HEADER], data: rowsOf(data.issues).map((row) => row.map(disarm)) }, { quotes: true, newline: '\r\n' })
  return new TextEncoder().encode(`\ufeff${text}`).length
})

/** A folder a unit with CSV, XLSX and screenshots with their frames; with the letters where asked for. */
export const zip = (notice: boolean) => timed(async () => {
  const thumbs = async ({ hash }: ShotRef) => data.pictures.thumbs.get(hash) ?? null
  const { parts } = await unitsZip({
    issues: data.issues,
    period: '2026',
    shots: async (hash) => data.pictures.originals.get(hash) ?? null,
    draw: (picture, shot, issue) => helpers.mark(picture, marksOf(issue, shot, MARKS)),
    documents: threaded({ content: { sheet: true, notice, page: false }, period: '2026', periodWords: '2026年', day: '2026-12-31', reader: '何青' }, thumbs, helpers),
  })
  return new Blob(parts).size
})

/**
 * The same through the peers: a workbook a unit with the same cells, header, widths and thumbnails; CSV; one ZIP.
 * Screenshots get their frames by the same helpers, so that only the libraries differ.
 */
export const zipPeer = () => timed(async () => {
  const file = new JSZip()
  const framed: Promise<unknown>[] = []
  for (const { folder, issues } of sharesOf(data.issues)) {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('问题清单', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = UNIT_COLUMNS.map(({ key, width }) => ({ header: key, key, width }))
    for (const [at, issue] of issues.entries()) {
      const row = sheet.addRow(unitCells(issue, at + 1, issue.shots.map(({ hash }) => hash)))
      row.alignment = { wrapText: true, vertical: 'middle' }
      for (const [n, shot] of issue.shots.entries()) {
        const { hash } = shot
        const thumb = data.pictures.thumbs.get(hash)
        if (thumb && n === 0) sheet.addImage(book.addImage({ buffer: thumb.buffer as ArrayBuffer, extension: 'jpeg' }), { tl: { col: 9, row: at + 1 }, ext: { width: 164, height: 92 } })
        const picture = helpers.mark(data.pictures.originals.get(hash)!, marksOf(issue, shot, MARKS))
        framed.push(picture)
        file.file(`${folder}/截图/${issue.number}-${n + 1}.png`, picture, { compression: 'STORE' })
      }
    }
    file.file(`${folder}/问题清单.xlsx`, await book.xlsx.writeBuffer(), { compression: 'STORE' })
    file.file(`${folder}/问题清单.csv`, `\ufeff${Papa.unparse({ fields: [...HEADER], data: rowsOf(issues).map((row) => row.map(disarm)) }, { quotes: true, newline: '\r\n' })}`)
  }
  await Promise.all(framed)
  return (await file.generateAsync({ type: 'blob', compression: 'DEFLATE' })).size
})

async function timed(work: () => Promise<number>): Promise<Timed> {
  const from = performance.now()
  const bytes = await work()
  return { ms: performance.now() - from, bytes }
}
