import { PlainError } from '../../errors.ts'
import type { Area } from '../../types/drawing.ts'
import type { CaptureNews, DocArea, PageView } from '../../types/capture.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Box } from '../../types/record.ts'
import { boxInWhole, columnsOf, cutAt, heightNow, stopAt, targetOf, type Stop, type Target } from './plan.ts'
import { stitched, type Slice } from './stitch.ts'

/** What a walk needs of the tab. */
export interface WalkDeps {
  /** The tab's picture now. @throws where it is not in front any more */
  capture: () => Promise<Blob>
  stop: (at: Pick<Stop, 'x' | 'y' | 'part'> & { bar: boolean }) => Promise<{ view: PageView; missing: number; bar: number; enough: boolean }>
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
}

/**
 * Scrolls over an area of the document and puts its picture together: one capture a stop, each paced by the browser's quota. The page may grow,
 * shrink, or refuse to scroll meanwhile: the picture ends where there was nothing more to take, and the notes say why.
 * @param area null: the whole page
 * @throws PlainError, DOMException `AbortError` when cancelled
 */
export async function walkOver(deps: WalkDeps, area: DocArea | null, view: PageView): Promise<Whole> {
  const { ratio } = view
  const target: Target = area ? targetOf(area, ratio) : { x: 0, y: 0, width: Math.round(view.docWidth * ratio), height: Math.round(view.docHeight * ratio) }
  const columns = columnsOf(target, view)
  const walked: Walked = { slices: [], outlines: [], personal: [], missing: 0 }
  const first = target.height
  let note = heightNow(target, view, first, area === null)
  target.height = note.height
  let seen = view
  let rows = 0
  let enough = false
  while (rows < target.height && !enough) {
    deps.tell({ kind: 'progress', done: Math.round((rows / target.height) * 100), total: 100 })
    const stop = stopAt(target, seen, rows, 0)
    let taken = 0
    for (const column of columns) {
      const one = await takeStop(deps, target, { ...stop, column, x: (target.x + column) / ratio }, walked)
      if (!one) break
      taken = column === 0 ? one.taken : Math.min(taken, one.taken)
      seen = one.view
      enough ||= one.enough
    }
    if (Math.abs(seen.ratio - ratio) > 0.001) throw new PlainError({ key: 'app.error.capture-zoomed' })
    rows += taken
    note = heightNow(target, seen, first, area === null)
    // Nothing new came: the page does not scroll, or has become shorter.
    if (taken === 0) target.height = rows
    else if (area === null) target.height = Math.max(rows, note.height)
  }
  const height = Math.min(rows, target.height)
  if (height === 0) throw new PlainError({ key: 'app.error.capture-still' })
  const notes = notesOf({ height, wanted: area ? target.height : Math.round(seen.docHeight * ratio), enough, note: note.note, missing: walked.missing })
  return { image: await stitched(walked.slices, target.width, height), width: target.width, height, outlines: walked.outlines, personal: walked.personal, notes }
}

async function takeStop(deps: WalkDeps, target: Target, stop: Stop, walked: Walked): Promise<{ taken: number; view: PageView; enough: boolean } | null> {
  const { signal } = deps
  stopIf(signal)
  const wantsBar = stop.part === 'first' || stop.part === 'middle'
  const { view, missing, bar, enough } = await deps.stop({ x: stop.x, y: stop.y, part: stop.part, bar: wantsBar })
  stopIf(signal)
  const picture = await deps.capture()
  stopIf(signal)
  const boxes = await deps.boxes()
  const cut = cutAt(target, stop, view, bar, await deps.sizeOf(picture))
  if (!cut) return null
  walked.slices.push({ picture, ...cut })
  walked.missing += missing
  const inWhole = (box: Box) => boxInWhole(box, cut, view)
  walked.personal.push(...(boxes?.personal ?? []).flatMap((box) => inWhole(box) ?? []))
  const outline = boxes?.outline && walked.outlines.length === 0 ? inWhole(boxes.outline) : null
  if (outline) walked.outlines.push(outline)
  return { taken: cut.from.height, view, enough }
}

function notesOf({ height, wanted, enough, note, missing }: { height: number; wanted: number; enough: boolean; note: 'long' | 'endless' | null; missing: number }): Phrase[] {
  const notes: Phrase[] = []
  const part = { height, percent: Math.max(1, Math.min(99, Math.floor((height / Math.max(1, wanted)) * 100))) }
  if (enough && height < wanted - 1) notes.push({ key: 'app.capture.enough', params: part })
  else if (note && height < wanted - 1) notes.push({ key: `app.capture.${note}`, params: part })
  else if (height < wanted - 1) notes.push({ key: 'app.capture.stuck', params: part })
  if (missing > 0) notes.push({ key: 'app.capture.missing', params: { count: missing } })
  return notes
}

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new DOMException('cancelled', 'AbortError')
}
