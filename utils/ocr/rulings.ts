/** An upright stroke longer than any letter's: it parts what stands left and right of it, as the cells of a table. */
export interface Ruling {
  x: number
  y0: number
  y1: number
}

/** Where a ruling crosses another one there is no edge, for so many pixels at most; letters of two lines stand farther apart. */
const CROSSING = 3

/** The upright strokes among the edges that are longer than a letter can be, in pixels. Each of them has an edge in one of a few rows of so many: nothing else is looked at. */
export function rulingsOf(edges: Uint8Array, width: number, height: number, longest: number): Ruling[] {
  const found: Ruling[] = []
  const step = Math.max(1, Math.floor(longest) - CROSSING)
  const endOf = (x: number, from: number, way: 1 | -1) => {
    let last = from
    for (let y = from + way; y >= 0 && y < height && Math.abs(y - last) <= CROSSING + 1; y += way) if (edges[y * width + x]) last = y
    return last
  }
  for (let row = 0; row < height; row += step) {
    const below = Math.min(height - 1, row + CROSSING)
    for (let x = 0; x < width; x++) {
      let y = row
      while (y < below && !edges[y * width + x]) y++
      if (!edges[y * width + x]) continue
      const y0 = endOf(x, y, -1)
      // It was seen in the rows before.
      if (row > 0 && y0 <= row - step + CROSSING) continue
      const y1 = endOf(x, y, 1) + 1
      if (y1 - y0 > longest) found.push({ x, y0, y1 })
    }
  }
  return found
}
