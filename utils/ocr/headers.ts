/** What the head of a picture's file says, before it is opened: a file of a few bytes may unfold to gigabytes. */
export interface Size {
  width: number
  height: number
}

const textAt = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
const big16 = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!
const little16 = (bytes: Uint8Array, at: number) => bytes[at]! | (bytes[at + 1]! << 8)
const little24 = (bytes: Uint8Array, at: number) => little16(bytes, at) | (bytes[at + 2]! << 16)
const big32 = (bytes: Uint8Array, at: number) => big16(bytes, at) * 65536 + big16(bytes, at + 2)

/** Width and height in pixels; null for kinds that are not known and for files that are cut off. */
export function sizeOf(bytes: Uint8Array): Size | null {
  const size = pngSize(bytes) ?? gifSize(bytes) ?? jpegSize(bytes) ?? webpSize(bytes) ?? avifSize(bytes) ?? bmpSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : null
}

/** True for GIF, PNG and WebP with several frames. */
export function isMoving(bytes: Uint8Array): boolean {
  if (isPng(bytes)) return hasChunk(bytes, 'acTL')
  if (isWebp(bytes)) return textAt(bytes, 12, 4) === 'VP8X' && (bytes[20]! & 2) !== 0
  return textAt(bytes, 0, 3) === 'GIF' && framesOf(bytes) > 1
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && textAt(bytes, 1, 3) === 'PNG'
const isWebp = (bytes: Uint8Array) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP'

function pngSize(bytes: Uint8Array): Size | null {
  return isPng(bytes) && bytes.length >= 24 ? { width: big32(bytes, 16), height: big32(bytes, 20) } : null
}

/** Whether a PNG has such a chunk before its pixels. */
function hasChunk(bytes: Uint8Array, name: string): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += big32(bytes, at) + 12) {
    const here = textAt(bytes, at + 4, 4)
    if (here === name) return true
    if (here === 'IDAT') return false
  }
  return false
}

function gifSize(bytes: Uint8Array): Size | null {
  return textAt(bytes, 0, 3) === 'GIF' && bytes.length >= 10 ? { width: little16(bytes, 6), height: little16(bytes, 8) } : null
}

/** Frames of a GIF, counted to two. */
function framesOf(bytes: Uint8Array): number {
  const palette = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  let frames = 0
  let at = 13 + palette(bytes[10]!)
  while (at < bytes.length && frames < 2) {
    const kind = bytes[at]
    if (kind === 0x2c) {
      frames++
      at += 11 + palette(bytes[at + 9]!)
    } else if (kind === 0x21) at += 2
    else break
    while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1
    at++
  }
  return frames
}

function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  for (let at = 2; at + 9 < bytes.length; at += 2 + big16(bytes, at + 2)) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const mark = bytes[at + 1]!
    const isFrame = bytes[at] === 0xff && mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc
    if (isFrame) return { width: big16(bytes, at + 7), height: big16(bytes, at + 5) }
    if (bytes[at] !== 0xff || mark === 0xda) return null
  }
  return null
}

function webpSize(bytes: Uint8Array): Size | null {
  if (!isWebp(bytes) || bytes.length < 30) return null
  const kind = textAt(bytes, 12, 4)
  if (kind === 'VP8X') return { width: little24(bytes, 24) + 1, height: little24(bytes, 27) + 1 }
  if (kind === 'VP8 ') return { width: little16(bytes, 26) & 0x3fff, height: little16(bytes, 28) & 0x3fff }
  if (kind !== 'VP8L') return null
  return { width: (little16(bytes, 21) & 0x3fff) + 1, height: (((bytes[24]! & 15) << 10) | (bytes[23]! << 2) | (bytes[22]! >> 6)) + 1 }
}

/** The size stands in the box `ispe`, near the start of the file. */
function avifSize(bytes: Uint8Array): Size | null {
  if (textAt(bytes, 4, 4) !== 'ftyp') return null
  for (let at = 8; at + 16 < Math.min(bytes.length, 4096); at++) if (bytes[at] === 0x69 && textAt(bytes, at, 4) === 'ispe') return { width: big32(bytes, at + 8), height: big32(bytes, at + 12) }
  return null
}

function bmpSize(bytes: Uint8Array): Size | null {
  return textAt(bytes, 0, 2) === 'BM' && bytes.length >= 26 ? { width: little16(bytes, 18) | (little16(bytes, 20) << 16), height: Math.abs(little16(bytes, 22) | (little16(bytes, 24) << 16)) } : null
}
