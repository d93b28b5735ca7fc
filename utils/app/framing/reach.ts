import type { Shape } from '../../drawing/shapes.ts'
import type { RowSpan } from '../../lists/png/repaint.ts'

/** Corners and the edge of what is drawn with soft rims. */
const RIM = 2

/** Rows of a sheet that a shape can touch; the first and the one behind the last. */
export function rowsOf(shape: Shape): RowSpan {
  const [top, bottom] = edgesOf(shape)
  return { from: Math.floor(top) - RIM, to: Math.ceil(bottom) + RIM }
}

function edgesOf(shape: Shape): [number, number] {
  switch (shape.kind) {
    case 'fill':
      return [Math.min(shape.y, shape.y + shape.height), Math.max(shape.y, shape.y + shape.height)]
    case 'frame':
      return [Math.min(shape.y, shape.y + shape.height) - shape.line / 2, Math.max(shape.y, shape.y + shape.height) + shape.line / 2]
    case 'line':
      return [Math.min(shape.from.y, shape.to.y) - shape.line, Math.max(shape.from.y, shape.to.y) + shape.line]
    case 'wedge':
      return [Math.min(...shape.points.map(({ y }) => y)), Math.max(...shape.points.map(({ y }) => y))]
    case 'text':
      // No font's letters reach so far over and under their line.
      return [shape.y - 1.5 * shape.letter - shape.halo, shape.y + shape.letter + shape.halo]
  }
}
