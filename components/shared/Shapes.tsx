import type { Shape } from '../../utils/drawing/shapes.ts'

/** What is drawn on a picture, inside an SVG of the picture's size: the same that a canvas draws on copies. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return <>{shapes.map((shape, at) => <One key={at} shape={shape} />)}</>
}

function One({ shape }: { shape: Shape }) {
  if (shape.kind === 'fill') return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={shape.color} />
  if (shape.kind === 'frame') return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill="none" stroke={shape.color} stroke-width={shape.line} stroke-linejoin="round" />
  if (shape.kind === 'line') return <line x1={shape.from.x} y1={shape.from.y} x2={shape.to.x} y2={shape.to.y} stroke={shape.color} stroke-width={shape.line} />
  if (shape.kind === 'wedge') return <polygon points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')} fill={shape.color} />
  return (
    <text x={shape.x} y={shape.y} fill={shape.color} font-family="sans-serif" font-size={shape.letter} stroke="#fff" stroke-width={shape.halo} stroke-linejoin="round" paint-order="stroke">
      {shape.text}
    </text>
  )
}
