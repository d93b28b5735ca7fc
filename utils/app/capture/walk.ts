import { PlainError } from '../../errors.ts'
import type { Area } from '../../types/drawing.ts'
import type { CaptureNews, DocArea, PageView } from '../../types/capture.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Box } from '../../types/record.ts'
import { asPictured, boxInWhole, columnsOf, cutAt, heightNow, stopAt, targetOf, type Cut, type Stop } from './plan.ts'
import { stitched, type Slice } from './stitch.ts'

/** What a walk needs of the tab. */
export interface WalkDeps {
  /** The tab's picture now. @throws where it is not in front any more */
  capture: () => Promise<Blob>
  stop: (at: Pick<Stop, 'x' | 'y' | 'part'> & { bar: boolean }) => Promise<{ view: PageView; missing: number; bar: number; enough: boolean; inner: boolean }>
  /** Where place and personal data stand in the window now; null where no page answers. */
  boxes: () => Promise<{ outline: Box | null; personal: Box[] } | null>
  sizeOf: (picture: Blob) => Promise<{ width: number; height: number }>
  tell: (news: Extract<CaptureNews, { kind: 'progress' }>) => void
  signal: AbortSignal
}

/** A picture and what stands where in it, in its pixels. */
export interface Whole {
  image: Blob
  width: number
  height: number
  outlines: Area[]
  personal: Area[]
  notes: Phrase[]
}

/** State of one walk. */
interface Walked {
  slices: Slice[]
  outlines: Area[]
  personal: Area[]
  missing: number
  /** The page scrolls inside a box or frame of its own. */
  inner: boolean
}

/**
 * Scrolls over an area of the document and puts its picture together: one capture a stop, each paced by the browser's quota. The page may grow,
 * shrink, or refuse to scroll meanwhile: the picture ends where there was nothing more to take, and the notes say why.
 * @param area null: the whole page
 * @throws PlainError, DOMException `AbortError` when cancelled
 */
export async function walkOver(deps: WalkDeps, area: DocArea | null, view: PageView): Promise<Whole> {
  const from = area ?? { x: 0, y: 0, width: view.docWidth, height: view.docHeight }
  const walked: Walked = { slices: [], outlines: [], personal: [], missing: 0, inner: false }
  // How many pixels a picture has is known when there is one.
  const fits = from.height <= view.height
  const first = await look(deps, { x: from.x, y: from.y, part: fits ? 'only' : 'first' }, walked)
  let seen = first.view
  const target = targetOf(area ?? { ...from, width: seen.docWidth, height: seen.docHeight }, seen.ratio)
  const begin = target.height
  let note = heightNow(target, seen, begin, area === null)
  target.height = note.height
  const columns = columnsOf(target, seen)
  let rows = 0
  let enough = false
  for (let given: Look | null = first; rows < target.height && !enough; given = null) {
    deps.tell({ kind: 'progress', done: Math.round((rows / target.height) * 100), total: 100 })
    let taken = 0
    for (const column of columns) {
      const stop = stopAt(target, seen, rows, column)
      const one: Look = column === 0 && given ? given : await look(deps, stop, walked)
      // Another zoom, and nothing fits together any more.
      if (Math.abs(one.view.ratio - seen.ratio) > 0.001) throw new PlainError({ key: 'app.error.capture-zoomed' })
      const got = keep(one, cutAt(target, stop, one.view, one.bar, one.size), walked)
      taken = column === 0 ? got : Math.min(taken, got)
      seen = one.view
      enough ||= one.enough
      if (got === 0) break
    }
    rows += taken
    note = heightNow(target, seen, begin, area === null)
    // Nothing new came: the page does not scroll, or has become shorter.
    if (taken === 0) target.height = rows
    else if (area === null) target.height = Math.max(rows, note.height)
  }
  const height = Math.min(rows, target.height)
  if (height === 0) throw new PlainError({ key: 'app.error.capture-still' })
  const wanted = Math.round((area ? area.height : seen.docHeight) * seen.ratio)
  const notes = notesOf({ height, wanted, enough, note: note.note, missing: walked.missing, inner: walked.inner })
  return { image: await stitched(walked.slices, target.width, height), width: target.width, height, outlines: walked.outlines, personal: walked.personal, notes }
}

/** A picture taken at a stop, and what was where in the window. */
interface Look {
  picture: Blob
  size: { width: number; height: number }
  /** Its `ratio` is the picture's. */
  view: PageView
  bar: number
  enough: boolean
  boxes: { outline: Box | null; personal: Box[] } | null
}

async function look(deps: WalkDeps, { x, y, part }: Pick<Stop, 'x' | 'y' | 'part'>, walked: Walked): Promise<Look> {
  const { signal } = deps
  stopIf(signal)
  const { view, missing, bar, enough, inner } = await deps.stop({ x, y, part, bar: part === 'first' || part === 'middle' })
  stopIf(signal)
  const picture = await deps.capture()
  stopIf(signal)
  const [size, boxes] = await Promise.all([deps.sizeOf(picture), deps.boxes()])
  walked.missing += missing
  walked.inner ||= inner
  return { picture, size, view: asPictured(view, size), bar, enough, boxes }
}

/** Keeps what is new in a picture. @returns how many rows that is */
function keep({ picture, view, boxes }: Look, cut: Cut | null, walked: Walked): number {
  if (!cut) return 0
  walked.slices.push({ picture, ...cut })
  const inWhole = (box: Box) => boxInWhole(box, cut, view)
  walked.personal.push(...(boxes?.personal ?? []).flatMap((box) => inWhole(box) ?? []))
  const outline = boxes?.outline && walked.outlines.length === 0 ? inWhole(boxes.outline) : null
  if (outline) walked.outlines.push(outline)
  return cut.from.height
}

function notesOf({ height, wanted, enough, note, missing, inner }: Pick<Walked, 'missing' | 'inner'> & { height: number; wanted: number; enough: boolean; note: 'long' | 'endless' | null }): Phrase[] {
  const notes: Phrase[] = []
  const part = { height, percent: Math.max(1, Math.min(99, Math.floor((height / Math.max(1, wanted)) * 100))) }
  if (enough && height < wanted - 1) notes.push({ key: 'app.capture.enough', params: part })
  else if (note && height < wanted - 1) notes.push({ key: `app.capture.${note}`, params: part })
  else if (height < wanted - 1) notes.push({ key: 'app.capture.stuck', params: part })
  if (inner) notes.push({ key: 'app.capture.inner' })
  if (missing > 0) notes.push({ key: 'app.capture.missing', params: { count: missing } })
  return notes
}

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new DOMException('cancelled', 'AbortError')
}
