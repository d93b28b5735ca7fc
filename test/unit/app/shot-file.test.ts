import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPictureFile } from '../../../utils/app/shot-file.ts'
import { PlainError } from '../../../utils/errors.ts'

const text = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
const bytes = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const big = (number: number, length = 4) => Array.from({ length }, (_, n) => (number >>> (8 * (length - 1 - n))) & 0xff)
const little = (number: number, length = 4) => big(number, length).reverse()

function chunk(name: string, data: Uint8Array | number[]): Uint8Array {
  return bytes(big(data.length), text(name), data, big(0))
}

function png(width: number, height: number, ...between: Uint8Array[]): Uint8Array {
  const head = chunk('IHDR', [...big(width), ...big(height), 8, 2, 0, 0, 0])
  return bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], head, ...between, chunk('IDAT', deflateSync(Buffer.alloc(10))), chunk('IEND', []))
}

/** `components`: 4 for CMYK. */
function jpeg(width: number, height: number, components = 3): Uint8Array {
  const frame = [0xff, 0xc0, ...big(8 + components * 3, 2), 8, ...big(height, 2), ...big(width, 2), components, ...Array.from({ length: components * 3 }, () => 1)]
  return bytes([0xff, 0xd8], [0xff, 0xee, 0, 14], text('Adobe'), [0, 100, 0, 0, 0, 0, 2], frame, [1, 2, 3], [0xff, 0xd9])
}

function webp(name: string, data: number[]): Uint8Array {
  const body = bytes(text('WEBP'), text(name), little(data.length), data)
  return bytes(text('RIFF'), little(body.length), body)
}

const extended = (flags: number, width: number, height: number) => webp('VP8X', [flags, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3), 0, 0, 0, 0])

describe('pictures that are taken', () => {
  test.each<[string, Uint8Array, number, number]>([
    ['PNG', png(1920, 1080), 1920, 1080],
    ['JPEG', jpeg(800, 600), 800, 600],
    ['CMYK JPEG', jpeg(800, 600, 4), 800, 600],
    ['JPEG of a camera that writes on after the end', bytes(jpeg(800, 600), text('more')), 800, 600],
    ['lossless WebP', webp('VP8L', [0x2f, ...little((99 << 14) | 299), ...Array.from({ length: 8 }, () => 0)]), 300, 100],
    ['WebP', webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(640, 2), ...little(360, 2), 0, 0, 0, 0]), 640, 360],
    ['WebP of several parts', extended(0, 700, 500), 700, 500],
  ])('%s', (_, file, width, height) => expect(checkPictureFile(file)).toEqual({ width, height }))
})

describe('pictures that are refused, each with its sentence', () => {
  test.each<[string, Uint8Array]>([
    ['svg', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['moving', bytes(text('GIF89a'), [1, 0, 1, 0])],
    ['moving', png(100, 100, chunk('acTL', [...big(2), ...big(0)]))],
    ['moving', extended(0x02, 700, 500)],
    ['unknown', text('%PDF-1.7')],
    ['unknown', new Uint8Array()],
    ['broken', png(100, 100).subarray(0, 60)],
    ['broken', jpeg(800, 600).subarray(0, 40)],
    ['broken', extended(0, 700, 500).subarray(0, 25)],
    ['broken', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['tiny', png(1, 1)],
    ['huge', png(12_000, 9_000)],
    ['huge', png(200, 40_000)],
    ['too-heavy', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('%s', (why, file) => {
    expect(() => checkPictureFile(file)).toThrow(PlainError)
    expect(() => checkPictureFile(file)).toThrow(`markup.refused.${why}`)
  })

  test('no bytes make it fail otherwise, however a file goes on after its head', () => {
    const heads = [png(100, 100), jpeg(100, 100), extended(0, 100, 100), new Uint8Array()]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.nat(60), fc.uint8Array({ maxLength: 200 }), (head, cut, rest) => {
        const file = bytes(head.subarray(0, cut), rest)
        let said = ''
        try {
          checkPictureFile(file)
        } catch (error) {
          said = error instanceof PlainError ? error.says.key : `not ours: ${String(error)}`
        }
        expect(said).toMatch(/^(?:|markup\.refused\.\S+)$/)
      }),
    )
  })
})
