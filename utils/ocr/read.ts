import type { Area } from '../types/drawing.ts'
import type { OcrLine, OcrProgress, OcrReading } from '../types/ocr.ts'
import type { Phrase } from '../types/phrase.ts'
import { bandsOf, once } from './bands.ts'
import type { Opened } from './decode.ts'
import type { Engine } from './engine.ts'
import type { Row } from './find-lines.ts'
import { layoutOf } from './layout.ts'
import { isText, trimmed } from './noise.ts'
import { notesOf } from './notes.ts'
import { inReadingOrder, type Placed } from './order.ts'
import { readLines } from './read-lines.ts'
import { smoothed } from './smooth.ts'

/** So many pixels are looked at together: some 20 MB of memory. */
const BAND_PIXELS = 4_000_000

/** A line as it was read, with its place along the slope. */
interface Read extends Placed {
  line: OcrLine
}

export interface ReadWish {
  /** The part to read, in the picture's pixels; null for all of it. */
  region: Area | null
  /** Recognisers that work side by side; asked for when there is something to read. */
  engines: () => Promise<Engine[]>
  told: (progress: OcrProgress) => void
}

/** Reads the words in a picture that was opened, band by band, its lines side by side on all recognisers. @throws OcrError */
export async function readPicture(picture: Opened, { region, engines, told }: ReadWish): Promise<OcrReading> {
  const area = within(region ?? { x: 0, y: 0, width: picture.width, height: picture.height }, picture)
  const bands = bandsOf(area.width, area.height, BAND_PIXELS)
  const read: Read[] = []
  let [isUpright, tried] = [false, 0]
  for (const [at, band] of bands.entries()) {
    const part = { x: area.x, y: area.y + band.top, width: area.width, height: band.bottom - band.top }
    const grey = smoothed(picture.part(part))
    const layout = layoutOf(grey)
    isUpright ||= layout.isUpright
    const mine = layout.rows.filter((row) => {
      const middle = band.top + (row.y0 + row.y1) / 2 + ((row.x0 + row.x1) / 2) * layout.slope
      return middle >= band.from - row.em && middle < band.to + row.em
    })
    if (mine.length === 0) continue
    tried += mine.length
    const rows = await readLines(grey, mine, layout.slope, await engines(), (done) => told({ stage: 'reading', done: (at + done / mine.length) / bands.length }))
    for (const { row, line } of rows) read.push({ ...moved(row, part), line: shifted(line, part) })
  }
  const lines = inReadingOrder(once(read.filter(({ line }) => isText(line)))).map(({ line }) => trimmed(line))
  return readingOf(picture, lines, notesOf({ lines, tried, isUpright }))
}

function readingOf({ width, height, notes }: Opened, lines: OcrLine[], more: Phrase[]): OcrReading {
  const chars = lines.flatMap((line) => line.chars)
  const confidence = chars.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, chars.length)
  return { width, height, lines, confidence, notes: [...notes, ...more] }
}

/** The part of a wish that lies in the picture, in whole pixels. */
function within({ x, y, width, height }: Area, picture: Opened): Area {
  const [left, top] = [Math.min(picture.width - 1, Math.max(0, Math.floor(x))), Math.min(picture.height - 1, Math.max(0, Math.floor(y)))]
  return { x: left, y: top, width: Math.max(1, Math.min(picture.width, Math.ceil(x + width)) - left), height: Math.max(1, Math.min(picture.height, Math.ceil(y + height)) - top) }
}

function moved({ x0, y0, x1, y1, em }: Row, { x, y }: Area): Placed {
  return { x0: x0 + x, y0: y0 + y, x1: x1 + x, y1: y1 + y, em }
}

function shifted(line: OcrLine, { x, y }: Area): OcrLine {
  const by = (box: Area) => ({ ...box, x: box.x + x, y: box.y + y })
  return { ...line, box: by(line.box), chars: line.chars.map((char) => ({ ...char, box: by(char.box) })) }
}
