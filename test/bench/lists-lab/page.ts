/** Runs in a page: our lists and the peers' on the same data, one after the other. */
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import Papa from 'papaparse'
import { HEADER, rowsOf } from '../../../utils/lists/csv/columns.ts'
import { disarm } from '../../../utils/lists/cell.ts'
import { UNIT_COLUMNS, unitCells } from '../../../utils/lists/sheet/unit-columns.ts'
import { sharesOf } from '../../../utils/lists/units.ts'
import { periodCsv } from '../../../utils/lists/csv/weekly.ts'
import { createHelpers, type Helpers } from '../../../utils/app/framing/helpers.ts'
import { marksOf } from '../../../utils/app/framing/marks-of.ts'
import { inThread } from '../../../utils/app/desk/exports/in-thread.ts'
import type { ExportJob } from '../../../utils/app/desk/exports/job.ts'
import type { StoredFile } from '../../../utils/lists/folder/stored-file.ts'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import { DEFAULT_CONTENT } from '../../../utils/types/export.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import { makeIssues, makePictures, type Pictures } from './data.ts'

export interface Timed {
  ms: number
  bytes: number
  /** The page's longest task, ms; 0 where none took 50, which is what browsers tell of. */
  longest: number
}

let data: { issues: Issue[]; pictures: Pictures }
let helpers: Helpers
let db: LedgerDb
let scripts: Scripts

/** Scripts of threads: one that helps, one that exports, one that prepares copies. */
export interface Scripts {
  helper: string
  job: string
  prepare: string
}

/** Makes the data once and puts it into the page's ledger; it is no part of what is timed. */
export async function prepare(issues: number, units: number, shots: number, texts: Scripts): Promise<{ pictureBytes: number }> {
  const address = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const helper = address(texts.helper)
  scripts = { helper, job: address(texts.job.replace('HELPER', JSON.stringify(helper))), prepare: address(texts.prepare) }
  helpers = createHelpers(() => new Worker(helper), Math.min(4, navigator.hardwareConcurrency))
  const pictures = await makePictures(shots)
  data = { issues: makeIssues(issues, units, pictures), pictures }
  db = new LedgerDb()
  const image = (bytes: Uint8Array | undefined) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' })
  await db.issues.bulkPut(data.issues)
  await db.events.bulkPut(data.issues.map(({ id, foundAt, foundBy }) => ({ id: `E${id}`, issueId: id, at: foundAt, by: foundBy, kind: 'recorded' as const, changes: {}, reason: '' })))
  await db.shots.bulkPut([...pictures.originals].map(([hash, bytes]) => ({ hash, image: image(bytes), thumbnail: null, width: 1280, height: 800 })))
  return { pictureBytes: pictures.originals.values().next().value?.length ?? 0 }
}

/** As it is before the first export of a ledger that was restored: no copy, no thumbnail. */
export async function forget(): Promise<void> {
  await db.prepared.clear()
  await db.shots.toCollection().modify({ thumbnail: null })
}

/** Copies made by the product's own pass, to its end. @returns how many */
export function prepareCopies(): Promise<number> {
  const worker = new Worker(scripts.prepare)
  return new Promise((done, fail) => {
    worker.addEventListener('message', ({ data: made }: MessageEvent<number>) => {
      worker.terminate()
      done(made)
    })
    worker.addEventListener('error', ({ message }) => fail(new Error(message)))
  })
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

/** As the 导出 tab does it: a folder a unit with CSV, XLSX and screenshots with their marks; with the letters where asked for. */
export const zip = (notice: boolean) => timed(async () => {
  const job: ExportJob = { kind: 'zip', wanted: { scope: { from: '2026-01-01', to: '2026-12-31', what: 'found', units: null }, content: { ...DEFAULT_CONTENT, notice }, today: '2026-12-31' } }
  const done = await inThread(() => new Worker(scripts.job), job, { add: () => Promise.reject(new Error('no folder')) }, { onProgress: () => undefined, signal: new AbortController().signal })
  if (done?.counts.shots !== data.pictures.originals.size || done.counts.missingShots > 0) throw new Error('not all screenshots')
  return done.file?.size ?? 0
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
        const picture = helpers.mark(new Blob([data.pictures.originals.get(hash)! as Uint8Array<ArrayBuffer>]), [{ kind: 'whole', marks: marksOf(issue, shot, MARKS) }]).then(([made]) => (made as StoredFile).blob)
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
  const tasks: number[] = []
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
  watch.observe({ entryTypes: ['longtask'] })
  const from = performance.now()
  const bytes = await work()
  const ms = performance.now() - from
  tasks.push(...watch.takeRecords().map(({ duration }) => duration))
  watch.disconnect()
  return { ms, bytes, longest: Math.max(0, ...tasks) }
}
