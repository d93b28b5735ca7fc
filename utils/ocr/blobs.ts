/** Pixels that touch: a letter, a part of one, a frame. Bounds with the far side excluded. */
export interface Blob {
  x0: number
  y0: number
  x1: number
  y1: number
  /** How many pixels. */
  size: number
}

/** What touches, corners too, in a picture of ones and zeros. Row by row, runs of ones are joined with those above (union–find). */
export function blobsOf(mask: Uint8Array, width: number, height: number): Blob[] {
  const parent: number[] = []
  const blobs: Blob[] = []
  const root = (one: number) => {
    let at = one
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  let above: number[] = []
  for (let y = 0; y < height; y++) {
    const runs: number[] = []
    let next = 0
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (!mask[at]) continue
      const start = x
      while (x < width && mask[at]) {
        x++
        at++
      }
      const id = parent.length
      parent.push(id)
      blobs.push({ x0: start, y0: y, x1: x, y1: y + 1, size: x - start })
      // Runs above are [start, end, id] flat and in order; one that ends before this starts touches none of the later ones either.
      while (next < above.length && above[next + 1]! < start) next += 3
      for (let other = next; other < above.length && above[other]! <= x; other += 3) join(root(above[other + 2]!), root(id))
      runs.push(start, x, id)
    }
    above = runs
  }
  return blobs.filter((_, id) => parent[id] === id)

  function join(a: number, b: number): void {
    if (a === b) return
    parent[b] = a
    const [to, from] = [blobs[a]!, blobs[b]!]
    if (from.x0 < to.x0) to.x0 = from.x0
    if (from.y0 < to.y0) to.y0 = from.y0
    if (from.x1 > to.x1) to.x1 = from.x1
    if (from.y1 > to.y1) to.y1 = from.y1
    to.size += from.size
  }
}

export const widthOf = ({ x0, x1 }: Blob) => x1 - x0
export const heightOf = ({ y0, y1 }: Blob) => y1 - y0
