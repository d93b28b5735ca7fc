import type { Area, Drawing, Point, ShotEdit, ShotItem } from '../types/drawing.ts'
import { widthOf } from './letters.ts'
import { linesOfText } from './shapes.ts'
import { sizesFor } from './tags.ts'

export interface PictureSize {
  width: number
  height: number
}

/** What can be drawn. */
export type Tool = Exclude<ShotItem['kind'], 'personal'>

/** Narrower than this, in the picture's pixels, nothing can be seen or taken hold of. */
const LEAST = 4

/** All that stands on a picture, what lies on top last. */
export function itemsOf({ outlines, drawings, personal }: { outlines: readonly (Area & { label: string })[]; drawings?: readonly Drawing[]; personal?: readonly Area[] }): ShotItem[] {
  return [
    ...(personal ?? []).map(({ x, y, width, height }): ShotItem => ({ kind: 'personal', x, y, width, height })),
    ...outlines.map(({ x, y, width, height, label }): ShotItem => ({ kind: 'place', x, y, width, height, label })),
    ...(drawings ?? []),
  ]
}

/** What is stored of them, in whole pixels; texts without words and what has no size are left out. */
export function editOf(items: readonly ShotItem[]): ShotEdit {
  const edit: ShotEdit = { outlines: [], drawings: [], personal: [], covers: [] }
  for (const item of items) {
    if (item.kind === 'text') {
      if (item.text.trim()) edit.drawings.push({ ...item, text: item.text.trim(), ...whole(item) })
    } else if (item.kind === 'arrow') edit.drawings.push({ kind: 'arrow', from: whole(item.from), to: whole(item.to) })
    else {
      const area = { ...whole(item), width: Math.round(item.width), height: Math.round(item.height) }
      if (area.width < 1 || area.height < 1) continue
      if (item.kind === 'place') edit.outlines.push({ ...area, label: item.label })
      else if (item.kind === 'box') edit.drawings.push({ kind: 'box', ...area })
      else (item.kind === 'cover' ? edit.covers : edit.personal).push(area)
    }
  }
  return edit
}

/** What a tool makes of a drag from one point to another; of a click, a thing of a size that fits the picture, in its middle where no point is given. */
export function drawn(tool: Tool, picture: PictureSize, from?: Point, to?: Point): ShotItem {
  const start = inside(from ?? { x: picture.width * 0.4, y: picture.height * 0.4 }, picture)
  if (tool === 'text') return { kind: 'text', text: '', ...start }
  const dragged = to && Math.max(Math.abs(to.x - start.x), Math.abs(to.y - start.y)) >= LEAST
  const end = inside(dragged ? to : { x: start.x + picture.width * 0.2, y: start.y + Math.min(picture.height, picture.width) * 0.1 }, picture)
  if (tool === 'arrow') return { kind: 'arrow', from: start, to: end }
  const area = between(start, end, picture)
  return tool === 'place' ? { kind: 'place', ...area, label: '' } : { kind: tool, ...area }
}

/** Moves a thing, no further than the picture goes. */
export function moved(item: ShotItem, dx: number, dy: number, picture: PictureSize): ShotItem {
  const { x, y, width, height } = item.kind === 'text' ? { ...item, width: 0, height: 0 } : boundsOf(item, picture)
  const right = Math.max(-x, Math.min(dx, picture.width - x - width))
  const down = Math.max(-y, Math.min(dy, picture.height - y - height))
  const by = (point: Point): Point => ({ x: point.x + right, y: point.y + down })
  return item.kind === 'arrow' ? { ...item, from: by(item.from), to: by(item.to) } : { ...item, ...by(item) }
}

/** Moves its far end: an arrow's tip, an area's lower right corner. A text has one size. */
export function resized(item: ShotItem, dx: number, dy: number, picture: PictureSize): ShotItem {
  if (item.kind === 'text') return item
  const handles = handlesOf(item)
  const last = handles[handles.length - 1]!
  return pulled(item, handles.length - 1, { x: last.x + dx, y: last.y + dy }, picture)
}

/** Where a thing is taken hold of to change its size: an arrow's ends; an area's corners, in the order of reading. */
export function handlesOf(item: ShotItem): Point[] {
  if (item.kind === 'text') return []
  if (item.kind === 'arrow') return [item.from, item.to]
  const { x, y, width, height } = item
  return [{ x, y }, { x: x + width, y }, { x, y: y + height }, { x: x + width, y: y + height }]
}

/** A thing whose handle was pulled to a point; the opposite one stays. */
export function pulled(item: ShotItem, handle: number, to: Point, picture: PictureSize): ShotItem {
  const end = inside(to, picture)
  if (item.kind === 'text') return item
  if (item.kind === 'arrow') return handle === 0 ? { ...item, from: end } : { ...item, to: end }
  return { ...item, ...between(handlesOf(item)[3 - handle]!, end, picture) }
}

/** The smallest area around a thing. */
export function boundsOf(item: ShotItem, picture: PictureSize): Area {
  if (item.kind === 'arrow') {
    const { from, to } = item
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
  }
  if (item.kind !== 'text') return { x: item.x, y: item.y, width: item.width, height: item.height }
  const { text: letter } = sizesFor(picture.width)
  const lines = linesOfText(item.text || '一', letter, picture.width - item.x)
  return { x: item.x, y: item.y, width: Math.max(...lines.map((line) => widthOf(line, letter))), height: lines.length * letter * 1.3 }
}

/** The topmost thing at a point: a cover is taken by its face, a frame by its line or, where it is small, by its face. -1 for none. @param slack how far beside it counts, in the picture's pixels */
export function itemAt(items: readonly ShotItem[], point: Point, slack: number, picture: PictureSize): number {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]!
    if (item.kind === 'arrow' ? nearLine(item.from, item.to, point) <= slack : within(boundsOf(item, picture), point, slack) && !deepIn(item, point, slack)) return at
  }
  return -1
}

function deepIn(item: ShotItem, point: Point, slack: number): boolean {
  if (item.kind !== 'box' && item.kind !== 'place') return false
  return within(item, point, -slack * 2)
}

function within({ x, y, width, height }: Area, point: Point, slack: number): boolean {
  return point.x >= x - slack && point.x <= x + width + slack && point.y >= y - slack && point.y <= y + height + slack
}

function nearLine(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy)
}

function between(a: Point, b: Point, picture: PictureSize): Area {
  const width = Math.min(Math.max(LEAST, Math.abs(a.x - b.x)), picture.width)
  const height = Math.min(Math.max(LEAST, Math.abs(a.y - b.y)), picture.height)
  return { x: Math.min(a.x, b.x, picture.width - width), y: Math.min(a.y, b.y, picture.height - height), width, height }
}

function inside({ x, y }: Point, picture: PictureSize): Point {
  return { x: Math.max(0, Math.min(x, picture.width)), y: Math.max(0, Math.min(y, picture.height)) }
}

function whole({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) }
}
