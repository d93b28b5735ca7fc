import { crc32 } from 'node:zlib'

/** Joins PNGs of one size to a moving one (APNG), each shown for a tenth of a second. */
export function movingPng(frames: readonly Buffer[]): Buffer {
  const parts = frames.map(chunksOf)
  const [first] = parts
  const head = first!.find(({ name }) => name === 'IHDR')!.data
  let next = 0
  const control = () => Buffer.concat([u32(next++), head.subarray(0, 8), u32(0), u32(0), Buffer.from([0, 1, 0, 10, 0, 0])])
  const body = parts.flatMap((chunks, at) => {
    const pixels = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)
    const own = [chunk('fcTL', control())]
    return [...own, ...pixels.map((data) => (at === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([u32(next++), data]))))]
  })
  return Buffer.concat([frames[0]!.subarray(0, 8), chunk('IHDR', head), chunk('acTL', Buffer.concat([u32(frames.length), u32(0)])), ...body, chunk('IEND', Buffer.alloc(0))])
}

function chunksOf(file: Buffer): { name: string; data: Buffer }[] {
  const chunks: { name: string; data: Buffer }[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    chunks.push({ name: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + file.readUInt32BE(at)) })
  }
  return chunks
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([u32(data.length), body, u32(crc32(body))])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
