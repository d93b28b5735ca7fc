import { crc32, deflateSync, inflateSync, constants } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repaint, type RowSpan } from '../../../../utils/lists/png/repaint.ts'

/** A picture by its pixels (RGBA), and how it is to be written. */
interface Made {
  width: number
  height: number
  channels: 3 | 4
  pixels: Uint8Array
  /** Filter of each row. */
  filters: number[]
  level: number
  strategy: number
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const paeth = (a: number, b: number, c: number) => [a, b, c].reduce((best, one) => (Math.abs(a + b - c - one) < Math.abs(a + b - c - best) ? one : best))
const GUESSES = [() => 0, (a: number) => a, (_: number, b: number) => b, (a: number, b: number) => (a + b) >> 1, paeth]

function written({ width, height, channels, pixels, filters, level, strategy }: Made): Uint8Array {
  const at = (x: number, y: number, n: number) => (x < 0 || y < 0 ? 0 : pixels[(y * width + x) * 4 + n]!)
  const raw: number[] = []
  for (let y = 0; y < height; y++) {
    raw.push(filters[y]!)
    for (let x = 0; x < width; x++) for (let n = 0; n < channels; n++) raw.push((at(x, y, n) - GUESSES[filters[y]!]!(at(x - 1, y, n), at(x, y - 1, n), at(x - 1, y - 1, n))) & 255)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8)
  const packed = deflateSync(Uint8Array.from(raw), { level, strategy })
  const third = Math.ceil(packed.length / 3)
  const data = [0, 1, 2].map((n) => chunk('IDAT', packed.subarray(n * third, (n + 1) * third)))
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('gAMA', Uint8Array.of(0, 0, 177, 143)), chunk('eXIf', Buffer.from('a small preview')), ...data, chunk('IEND', new Uint8Array()), Buffer.from('behind the end')])
}

/** Reads as a strict reader does: every check sum right, nothing behind the stream. */
function read(file: Uint8Array) {
  const bytes = Buffer.from(file)
  const data: Buffer[] = []
  const types: string[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    expect(crc32(bytes.subarray(at + 4, at + 8 + length))).toBe(bytes.readUInt32BE(at + 8 + length))
    types.push(bytes.toString('latin1', at + 4, at + 8))
    if (types.at(-1) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const [width, height, channels] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25] === 2 ? 3 : 4]
  const { buffer: raw, engine } = inflateSync(Buffer.concat(data), { info: true }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
  expect(engine.bytesWritten).toBe(Buffer.concat(data).length)
  const line = width * channels + 1
  expect(raw.length).toBe(height * line)
  const pixels = new Uint8Array(width * height * 4).fill(255)
  const at = (x: number, y: number, n: number) => (x < 0 || y < 0 ? 0 : pixels[(y * width + x) * 4 + n]!)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let n = 0; n < channels; n++)
        pixels[(y * width + x) * 4 + n] = raw[y * line + 1 + x * channels + n]! + GUESSES[raw[y * line]!]!(at(x - 1, y, n), at(x, y - 1, n), at(x - 1, y - 1, n))
  return { width, height, pixels, types }
}

/** Text-like noise on large even grounds: long matches and short ones, and rows that repeat. */
function picture(seed: number, width: number, height: number, noise: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(255)
  let state = seed
  const next = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 8
  for (let n = 0; n < width * height; n++) if (next() % 100 < noise) for (let c = 0; c < 3; c++) pixels[n * 4 + c] = next() & 255
  return pixels
}

const colour = (y: number, x: number) => [(y * 7 + x) & 255, (x * 3) & 255, (y + x) & 255]

/** Every pixel of the rows in a colour of its own. */
function paint(width: number) {
  return (pixels: Uint8ClampedArray, { from, to }: RowSpan) => {
    for (let y = from; y < to; y++) for (let x = 0; x < width; x++) pixels.set(colour(y, x), ((y - from) * width + x) * 4)
  }
}

const made = fc
  .record({
    width: fc.constantFrom(40, 333, 700), height: fc.integer({ min: 1, max: 260 }), channels: fc.constantFrom(3 as const, 4 as const), seed: fc.nat(), noise: fc.constantFrom(0, 1, 8, 40),
    filter: fc.constantFrom(0, 1, 2, 3, 4, 5), level: fc.constantFrom(0, 1, 6, 9), strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_RLE, constants.Z_HUFFMAN_ONLY),
  })
  .map(({ seed, noise, filter, ...one }): Made => ({ ...one, pixels: picture(seed, one.width, one.height, noise), filters: Array.from({ length: one.height }, (_, y) => (filter === 5 ? (seed + y * y) % 5 : filter)) }))

describe('repaint', () => {
  test('only the wanted rows change, whatever wrote the picture; rows are added at the foot; the file is sound', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 260 }), fc.integer({ min: 1, max: 12 })), { maxLength: 3 })
    fc.assert(
      fc.property(made, spans, fc.constantFrom(0, 0, 1, 30), (one, places, added) => {
        const rows = places.map(([from, high]) => ({ from, to: from + high }))
        const file = repaint(written(one), () => ({ rows, added, paint: paint(one.width) }))
        const after = read(file!)
        expect([after.width, after.height]).toEqual([one.width, one.height + added])
        // Remarks and previews may show what is covered.
        expect(after.types).toEqual(['IHDR', 'gAMA', 'IDAT', 'IEND'])
        // What lies between two places that are close together is painted with them; it is a picture's own pixel or the painted one.
        const [first, last] = [Math.min(...rows.map(({ from }) => from)), Math.max(...rows.map(({ to }) => to))]
        let wrong = 0
        for (let y = 0; y < after.height; y++) {
          for (let x = 0; x < one.width; x++) {
            const got = after.pixels.subarray((y * one.width + x) * 4, (y * one.width + x) * 4 + 3)
            const old = one.pixels.subarray((y * one.width + x) * 4, (y * one.width + x) * 4 + 3)
            const isOld = y < one.height && old.every((value, n) => value === got[n])
            const isNew = colour(y, x).every((value, n) => value === got[n])
            const inside = rows.some(({ from, to }) => y >= from && y < to) || y >= one.height
            if (inside ? !isNew : y >= first && y < last ? !isOld && !isNew : !isOld) wrong += 1
          }
        }
        expect(wrong).toBe(0)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  const plain: Made = { width: 700, height: 400, channels: 3, pixels: picture(1, 700, 400, 5), filters: Array.from({ length: 400 }, () => 1), level: 6, strategy: 0 }
  const rows = [{ from: 20, to: 30 }]
  const tried = (bytes: Uint8Array) => repaint(bytes, () => ({ rows, added: 0, paint: paint(700) }))

  test('far more of the file stays byte for byte than is packed anew', () => {
    const before = written(plain)
    const after = tried(before)!
    // The end of the picture, less its check sum, is where it was.
    const tail = Buffer.from(before.subarray(before.length - 1000, before.length - 200))
    expect(Buffer.from(after).includes(tail.subarray(0, 600))).toBe(true)
  })

  test('what cannot be handled so is left to a canvas', () => {
    const see = Uint8Array.from(plain.pixels)
    see[25 * 700 * 4 + 3] = 254
    expect(tried(written({ ...plain, channels: 4, pixels: see }))).toBeNull()
    expect(tried(Uint8Array.of(0xff, 0xd8, 0xff))).toBeNull()
    const file = written(plain)
    expect(tried(file.subarray(0, 2000))).toBeNull()
    expect(repaint(file, () => null)).toBeNull()
    expect(repaint(file, () => ({ rows: [{ from: 0, to: 399 }], added: 0, paint: paint(700) }))).toBeNull()
    for (const [at, value] of [[24, 16], [25, 3], [28, 1]] as const) {
      const other = Uint8Array.from(file)
      other[at] = value
      expect(tried(other), `${at}`).toBeNull()
    }
  })

  test('a broken stream never ends in a picture that looks whole, a hang or a crash', () => {
    const file = written({ ...plain, height: 60, filters: plain.filters.slice(0, 60) })
    fc.assert(
      fc.property(fc.integer({ min: 80, max: file.length - 30 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = Uint8Array.from(file)
        broken[at]! ^= change
        const after = tried(broken)
        if (after) expect(after.length).toBeGreaterThan(100)
      }),
      { numRuns: 300 },
    )
  })
})
