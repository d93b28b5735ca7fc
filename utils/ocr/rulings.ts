/** An upright stroke longer than any letter's: it parts what stands left and right of it, as the cells of a table. */
export interface Ruling {
  x: number
  y0: number
  y1: number
}

/** The upright strokes among the edges that are longer than a letter can be, in pixels. Each of them crosses one row of so many: nothing else is looked at. */
export function rulingsOf(edges: Uint8Array, width: number, height: number, longest: number): Ruling[] {
  const found: Ruling[] = []
  const step = Math.max(1, Math.floor(longest))
  for (let row = 0; row < height; row += step) {
    for (let x = 0; x < width; x++) {
      if (!edges[row * width + x]) continue
      let [y0, y1] = [row, row + 1]
      while (y0 > 0 && edges[(y0 - 1) * width + x]) y0--
      // It was seen in the row before.
      if (y0 <= row - step) continue
      while (y1 < height && edges[y1 * width + x]) y1++
      if (y1 - y0 > longest) found.push({ x, y0, y1 })
    }
  }
  return found
}
