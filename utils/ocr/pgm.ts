import type { Grey } from './grey.ts'

/** The picture as a PGM file, the one that costs nothing to write and to read. */
export function pgmOf({ width, height, data }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(head.length + data.length)
  file.set(head)
  file.set(data, head.length)
  return file
}
