import { PlainError } from '../errors.ts'
import { pictureEnding } from '../lists/picture.ts'
import { pictureSize, type PictureSize } from '../lists/picture-size.ts'

/** A scan of a page at 600 dpi; larger files are no screenshots. */
const LARGEST_BYTES = 20 * 1024 * 1024
/** So many pixels take 160 MB unpacked, which the oldest desktops can still give. */
const MOST_PIXELS = 40_000_000
/** Canvases of no browser go further. */
const LONGEST_SIDE = 16_384
/** Smaller ones are spacers and counters. */
const LEAST_SIDE = 8

/**
 * A picture that a person added, checked by its bytes before anything unpacks it: PNG, JPEG or WebP, whole, not moving, neither tiny nor huge.
 * @returns its size as its head tells it. @throws PlainError with what is wrong and what to do
 */
export function checkPictureFile(bytes: Uint8Array): PictureSize {
  if (bytes.length > LARGEST_BYTES) throw refused('too-heavy', { limit: LARGEST_BYTES / 1024 / 1024 })
  const ending = pictureEnding(bytes)
  if (ending === 'gif') throw refused('moving')
  if (ending === null) throw refused(startsAsSvg(bytes) ? 'svg' : 'unknown')
  const { size, moves, whole } = ending === 'png' ? png(bytes) : ending === 'jpg' ? jpeg(bytes) : webp(bytes)
  if (!size || !whole) throw refused('broken')
  if (moves) throw refused('moving')
  const { width, height } = size
  if (width < LEAST_SIDE || height < LEAST_SIDE) throw refused('tiny', { width, height })
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) throw refused('huge', { width, height, limit: MOST_PIXELS / 10_000, side: LONGEST_SIDE })
  return size
}

function refused(why: string, params: Record<string, number> = {}): PlainError {
  return new PlainError({ key: `markup.refused.${why}`, params })
}

interface Looked {
  size: PictureSize | null
  moves: boolean
  /** Its end is there. */
  whole: boolean
}

/** From chunk to chunk until IEND; `acTL` before the pixels makes it move (APNG). */
function png(bytes: Uint8Array): Looked {
  const view = viewOf(bytes)
  let moves = false
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = letters(bytes, at + 4)
    if (name === 'acTL') moves = true
    if (name === 'IEND') return { size: pictureSize(bytes), moves, whole: true }
  }
  return { size: pictureSize(bytes), moves, whole: false }
}

/** Cameras write after the end, so that it is looked for and not expected last. */
function jpeg(bytes: Uint8Array): Looked {
  let end = bytes.length - 2
  while (end > 1 && !(bytes[end] === 0xff && bytes[end + 1] === 0xd9)) end--
  return { size: pictureSize(bytes), moves: false, whole: end > 1 }
}

/** RIFF: `VP8 ` (lossy), `VP8L` (lossless) or `VP8X` (more than one part), which tells whether it moves. */
function webp(bytes: Uint8Array): Looked {
  const view = viewOf(bytes)
  if (bytes.length < 30) return { size: null, moves: false, whole: false }
  const whole = view.getUint32(4, true) + 8 <= bytes.length
  const name = letters(bytes, 12)
  if (name === 'VP8X') {
    const three = (at: number) => 1 + (view.getUint16(at, true) | (view.getUint8(at + 2) << 16))
    return { size: { width: three(24), height: three(27) }, moves: (view.getUint8(20) & 0x02) !== 0, whole }
  }
  if (name === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { size: { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }, moves: false, whole }
  }
  const size = name === 'VP8 ' ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : null
  return { size, moves: false, whole }
}

function startsAsSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 2048)))
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
