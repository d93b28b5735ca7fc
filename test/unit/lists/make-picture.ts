import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of one grey, `shade` 0 to 255. */
export function png(width: number, height: number, shade = 128): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width, shade)])
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]))
}

/** The first bytes of a JPEG: start, an application segment, a table, the frame header. Enough to be measured, not to be shown. */
export function jpegHead(width: number, height: number): Uint8Array {
  const app = [0xff, 0xe0, 0x00, 0x04, 0x41, 0x42]
  const table = [0xff, 0xc4, 0x00, 0x03, 0x00]
  const frame = [0xff, 0xc2, 0x00, 0x0b, 0x08, height >> 8, height & 255, width >> 8, width & 255, 0x01, 0x01, 0x11, 0x00]
  return Uint8Array.from([0xff, 0xd8, ...app, ...table, ...frame])
}
