import type { ShotMarks } from '../types/drawing.ts'
import { shapesOf, type Shape } from './shapes.ts'

/** What draws: of a canvas on the page or off it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'font' | 'textBaseline' | 'fillRect' | 'strokeRect' | 'strokeText' | 'fillText' | 'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'stroke' | 'fill'
>

/**
 * Draws marks over a picture that stands at the top left of a canvas of `sheetOf` size. The only place that does.
 * @param picture size of the original, in whose pixels the marks are
 * @param scale of the canvas to the original
 */
export function drawMarks(pen: Pen, marks: ShotMarks, picture: { width: number; height: number }, scale = 1): void {
  for (const shape of shapesOf(marks, picture, scale)) drawShape(pen, shape)
}

function drawShape(pen: Pen, shape: Shape): void {
  pen.fillStyle = shape.color
  pen.strokeStyle = shape.color
  pen.lineJoin = 'round'
  if (shape.kind === 'fill') pen.fillRect(shape.x, shape.y, shape.width, shape.height)
  else if (shape.kind === 'frame') {
    pen.lineWidth = shape.line
    pen.strokeRect(shape.x, shape.y, shape.width, shape.height)
  } else if (shape.kind === 'line') {
    pen.lineWidth = shape.line
    pen.beginPath()
    pen.moveTo(shape.from.x, shape.from.y)
    pen.lineTo(shape.to.x, shape.to.y)
    pen.stroke()
  } else if (shape.kind === 'wedge') {
    pen.beginPath()
    for (const { x, y } of shape.points) pen.lineTo(x, y)
    pen.closePath()
    pen.fill()
  } else {
    // No font of a document: what the machine has.
    pen.font = `${shape.letter}px sans-serif`
    pen.textBaseline = 'alphabetic'
    if (shape.halo > 0) {
      pen.strokeStyle = '#ffffff'
      pen.lineWidth = shape.halo
      pen.strokeText(shape.text, shape.x, shape.y, shape.most)
    }
    pen.fillText(shape.text, shape.x, shape.y, shape.most)
  }
}
