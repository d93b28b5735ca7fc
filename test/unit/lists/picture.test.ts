import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureSize } from '../../../utils/lists/picture-size.ts'
import { pictureEnding } from '../../../utils/lists/picture.ts'
import { jpegHead, png } from './make-picture.ts'

test.each([
  ['a PNG', png(480, 300), 'png', { width: 480, height: 300 }],
  ['a JPEG', jpegHead(1920, 1080), 'jpg', { width: 1920, height: 1080 }],
  ['a view into a longer buffer', Uint8Array.from([0, 0, ...jpegHead(7, 5)]).subarray(2), 'jpg', { width: 7, height: 5 }],
  ['a PNG without a size', png(480, 300).slice(0, 20), 'png', null],
  ['a JPEG that ends before its frame', jpegHead(7, 5).slice(0, 14), 'jpg', null],
  ['a JPEG with rubbish in it', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 'jpg', null],
  ['no height', jpegHead(7, 0), 'jpg', null],
  ['a web page', new TextEncoder().encode('<html><body></body></html>'), null, null],
  ['nothing', new Uint8Array(), null, null],
])('%s', (_, bytes, ending, size) => {
  expect(pictureEnding(bytes)).toBe(ending)
  expect(pictureSize(bytes)).toEqual(size)
})

test('no bytes make it throw or run on', () => {
  const rubbish = fc.uint8Array({ maxLength: 60 })
  fc.assert(
    fc.property(fc.constantFrom([0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], []), rubbish, (start, rest) => {
      const size = pictureSize(Uint8Array.from([...start, ...rest]))
      if (size) expect(size.width * size.height).toBeGreaterThan(0)
    }),
  )
})
