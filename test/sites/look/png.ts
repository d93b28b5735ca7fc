import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG from a colour for each pixel, `[red, green, blue, alpha]` in 0…255. */
export function png(width: number, height: number, colour: (x: number, y: number) => [number, number, number, number]): Buffer {
  const raw = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) raw.set(colour(x, y), y * (width * 4 + 1) + 1 + x * 4)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
}

/** A round badge with a ring and a tick or a bar: stands for 党政机关标识 and 找错. */
export function badge(kind: 'organ' | 'mistake'): Buffer {
  const size = 104
  const [r, g, b] = kind === 'organ' ? [200, 36, 30] : [222, 122, 28]
  return png(size, size, (x, y) => {
    const dx = x - 51.5
    const dy = y - 51.5
    const far = Math.hypot(dx, dy)
    if (far > 50) return [0, 0, 0, 0]
    const ring = far > 42 && far < 46
    const sign = kind === 'organ'
      ? (Math.abs(dx) < 20 && Math.abs(dy + 14) < 4) || (Math.abs(dx) < 24 && Math.abs(dy - 18) < 4) || (Math.abs(dx) < 4 && Math.abs(dy - 2) < 18)
      : (Math.hypot(dx + 5, dy + 5) < 20 && Math.hypot(dx + 5, dy + 5) > 13) || (Math.abs(dx - dy) < 6 && dx > 8 && dx < 27)
    return ring || sign ? [255, 255, 255, 255] : [r, g, b, 255] as [number, number, number, number]
  })
}
