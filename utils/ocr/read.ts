import type { Area } from '../types/drawing.ts'
import type { OcrChar, OcrLine, OcrProgress, OcrReading } from '../types/ocr.ts'
import { openPicture } from './decode.ts'
import type { Engine, RawLine } from './engine.ts'

/**
 * Reads the words in a picture.
 * @param region the part to read, in the picture's pixels; null for all of it
 * @throws OcrError
 */
export async function readPicture(file: Blob, region: Area | null, engine: () => Promise<Engine>, told: (progress: OcrProgress) => void): Promise<OcrReading> {
  const picture = await openPicture(file)
  try {
    const area = region ?? { x: 0, y: 0, width: picture.width, height: picture.height }
    told({ stage: 'loading', done: 0 })
    const reader = await engine()
    told({ stage: 'reading', done: 0 })
    const scale = 2
    const raw = await reader.read(picture.part(area, scale), 'page')
    const lines = raw.map((line) => lineOf(line, area, scale)).filter(({ chars }) => chars.length > 0)
    const chars = lines.flatMap(({ chars }) => chars)
    const confidence = chars.length ? chars.reduce((sum, { confidence }) => sum + confidence, 0) / chars.length : 0
    return { width: picture.width, height: picture.height, lines, confidence, notes: chars.length ? [] : [{ key: 'ocr.note.none' }] }
  } finally {
    picture.close()
  }
}

function lineOf({ words }: RawLine, area: Area, scale: number): OcrLine {
  const chars: OcrChar[] = words.flat().map(({ text, confidence, x0, y0, x1, y1 }) => ({
    text,
    confidence,
    box: { x: area.x + x0 / scale, y: area.y + y0 / scale, width: (x1 - x0) / scale, height: (y1 - y0) / scale },
  }))
  return { text: chars.map(({ text }) => text).join(''), chars, box: around(chars.map(({ box }) => box)) }
}

function around(boxes: readonly Area[]): Area {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.width)), Math.max(...boxes.map((box) => box.y + box.height))]
  return { x, y, width: right - x, height: bottom - y }
}
