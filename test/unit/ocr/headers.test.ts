import { expect, test } from 'vitest'
import { isMoving, sizeOf } from '../../../utils/ocr/headers.ts'

const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0))
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x27\x10\0\0\x01\x00\x08\x02\0\0\0crc_'
const GIF = 'GIF89a\x2c\x01\xc8\x00\x00\x00\x00'
const FRAME = '\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0'

test.each([
  ['PNG', PNG, [10_000, 256]],
  ['GIF', GIF, [300, 200]],
  ['JPEG', '\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08\x01\x2c\x02\x58\x03aaaaaaaaa', [600, 300]],
  ['WebP, lossy', `RIFF....WEBPVP8 ${'.'.repeat(10)}\x40\x01\xf0\x00`, [320, 240]],
  ['WebP, extended', `RIFF....WEBPVP8X....\x02...\xe7\x03\x00\x3f\x1f\x00`, [1000, 8000]],
  ['AVIF', `\0\0\0\x1cftypavif....ispe\0\0\0\0\0\0\x04\0\0\0\x03\0....`, [1024, 768]],
  ['BMP', `BM${'.'.repeat(16)}\x80\x02\0\0\x20\xfe\xff\xff`, [640, 480]],
])('the size of %s stands in its head', (_, head, [width, height]) => expect(sizeOf(bytes(head))).toEqual({ width, height }))

test.each([['nothing', ''], ['text', 'hello'], ['a PNG cut off', PNG.slice(0, 20)], ['a JPEG without a frame', '\xff\xd8\xff\xe0\0\x04ab']])('%s has none', (_, head) =>
  expect(sizeOf(bytes(head))).toBe(null))

test.each([
  ['a GIF of one frame', `${GIF}${FRAME};`, false],
  ['a GIF of two', `${GIF}\x21\xf9\x04\0\0\0\0\0${FRAME}${FRAME};`, true],
  ['a PNG', `${PNG}\0\0\0\x01IDATxcrc_`, false],
  ['an APNG', `${PNG}\0\0\0\x08acTL12345678crc_\0\0\0\x01IDATxcrc_`, true],
  ['a moving WebP', `RIFF....WEBPVP8X....\x02...\xe7\x03\x00\x3f\x1f\x00`, true],
])('%s', (_, head, moving) => expect(isMoving(bytes(head))).toBe(moving))
