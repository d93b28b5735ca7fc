/** An upright stroke longer than any letter's: it parts what stands left and right of it, as the cells of a table. */
export interface Ruling {
  x: number
  y0: number
  y1: number
}

/** The upright strokes among the edges that are longer than a letter can be, in pixels. */
export function rulingsOf(edges: Uint8Array, width: number, height: number, longest: number): Ruling[] {
  const found: Ruling[] = []
  for (let x = 0; x < width; x++) {
    for (let y = 0, at = x; y < height; y++, at += width) {
      if (!edges[at]) continue
      const y0 = y
      while (y < height && edges[at]) {
        y++
        at += width
      }
      if (y - y0 > longest) found.push({ x, y0, y1: y })
    }
  }
  return found
}
