import { pictureEnding } from '../picture.ts'

/** A PNG of the kind that browsers make of a screen: 8 bits a channel, red, green, blue and perhaps alpha, not interlaced. */
export interface PlainPng {
  width: number
  height: number
  /** 3 or 4: bytes of a pixel. */
  channels: number
  /** Bytes of a row, unpacked: its filter and its pixels. */
  line: number
  /** Signature, size and what tells how colours are meant; nothing else that the file may hold beside its pixels: remarks, a small preview of what is to be covered. */
  before: Uint8Array
  /** The packed picture: a zlib stream (RFC 1950). */
  packed: Uint8Array
}

/** The first chunk, always of this length: its name, the height in it, its end. */
const [IHDR_AT, HEIGHT_AT, IHDR_END] = [12, 20, 33]
const IDAT = 0x49444154
const ACTL = 0x6163544c
const IEND = 0x49454e44
/** cHRM, gAMA, iCCP, pHYs, sBIT, sRGB. */
const KEPT = [0x6348524d, 0x67414d41, 0x69434350, 0x70485973, 0x73424954, 0x73524742]
/** IEND with its check sum. */
const END = Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82)

/** null for other pictures, also for other kinds of PNG. */
export function plainPng(bytes: Uint8Array): PlainPng | null {
  if (pictureEnding(bytes) !== 'png' || bytes.length < IHDR_END) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colour, interlace] = [bytes[24], bytes[25], bytes[28]]
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0) return null
  const data: Uint8Array[] = []
  const before = [bytes.subarray(0, IHDR_END)]
  let behind = 0
  for (let at = IHDR_END; at + 12 <= bytes.length; ) {
    const [length, type] = [view.getUint32(at), view.getUint32(at + 4)]
    const next = at + 12 + length
    // Moving pictures have more than one.
    if (type === ACTL || next > bytes.length) return null
    if (type === IEND) break
    if (type === IDAT) {
      if (data.length > 0 && behind !== at) return null
      data.push(bytes.subarray(at + 8, at + 8 + length))
      behind = next
    } else if (KEPT.includes(type)) {
      before.push(bytes.subarray(at, next))
    }
    at = next
  }
  if (data.length === 0) return null
  const channels = colour === 2 ? 3 : 4
  return { width, height, channels, line: width * channels + 1, before: joined(before), packed: joined(data) }
}

/** The file with another packed picture, so many rows higher. */
export function withPacked({ before, height }: PlainPng, added: number, packed: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = packed.reduce((sum, part) => sum + part.length, 0)
  const head = new Uint8Array(8)
  const view = new DataView(head.buffer)
  view.setUint32(0, length)
  view.setUint32(4, IDAT)
  const file = joined([before, head, ...packed, new Uint8Array(4), END])
  const written = new DataView(file.buffer)
  const from = before.length + 4
  written.setUint32(from + 4 + length, crc32(file, from, from + 4 + length))
  written.setUint32(HEIGHT_AT, height + added)
  written.setUint32(IHDR_END - 4, crc32(file, IHDR_AT, IHDR_END - 4))
  return file
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** PNG, annex D; four tables, so that four bytes are taken at once. */
function crc32(bytes: Uint8Array, from: number, to: number): number {
  const [one, two, three, four] = TABLES
  let crc = -1
  let at = from
  for (; at + 4 <= to; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc = four[crc & 0xff]! ^ three[(crc >>> 8) & 0xff]! ^ two[(crc >>> 16) & 0xff]! ^ one[crc >>> 24]!
  }
  for (; at < to; at++) crc = one[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}

const TABLES = tables()

function tables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
  const one = Int32Array.from({ length: 256 }, (_, n) => {
    let crc = n
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
  const further = (before: Int32Array) => before.map((crc) => one[crc & 0xff]! ^ (crc >>> 8))
  const two = further(one)
  const three = further(two)
  return [one, two, three, further(three)]
}
