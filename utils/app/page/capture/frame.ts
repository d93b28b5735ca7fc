import type { DocArea } from '../../../types/capture.ts'

/** Smallest side of a frame in CSS pixels: less shows nothing. */
export const LEAST = 8
/** Steps of the arrow keys in CSS pixels, plain and with Ctrl. */
export const STEPS = { wide: 10, fine: 1 } as const

interface Size {
  width: number
  height: number
}

/** The frame between two points that a drag has touched, kept inside the document. */
export function frameBetween(a: { x: number; y: number }, b: { x: number; y: number }, doc: Size): DocArea {
  const x = clamp(Math.min(a.x, b.x), 0, doc.width)
  const y = clamp(Math.min(a.y, b.y), 0, doc.height)
  return { x, y, width: clamp(Math.max(a.x, b.x), 0, doc.width) - x, height: clamp(Math.max(a.y, b.y), 0, doc.height) - y }
}

/** The frame after a key: arrows move it, with Shift they make it larger or smaller at its right and lower edge. */
export function frameAfterKey(frame: DocArea, key: string, { shift, fine }: { shift: boolean; fine: boolean }, doc: Size): DocArea {
  const step = fine ? STEPS.fine : STEPS.wide
  const dx = key === 'ArrowRight' ? step : key === 'ArrowLeft' ? -step : 0
  const dy = key === 'ArrowDown' ? step : key === 'ArrowUp' ? -step : 0
  if (shift) {
    return { ...frame, width: clamp(frame.width + dx, LEAST, doc.width - frame.x), height: clamp(frame.height + dy, LEAST, doc.height - frame.y) }
  }
  return { ...frame, x: clamp(frame.x + dx, 0, doc.width - frame.width), y: clamp(frame.y + dy, 0, doc.height - frame.height) }
}

/** Where a frame is put that the keyboard begins with: the middle of what the window shows. */
export function firstFrame(view: { scrollX: number; scrollY: number } & Size): DocArea {
  const width = Math.round(view.width / 2)
  const height = Math.round(view.height / 2)
  return { x: Math.round(view.scrollX + (view.width - width) / 2), y: Math.round(view.scrollY + (view.height - height) / 2), width, height }
}

/** How far to scroll so that the window shows a frame, from its upper left corner where it is larger. */
export function stepsToShow({ x, y, width, height }: DocArea, { innerWidth, innerHeight }: { innerWidth: number; innerHeight: number }): [dx: number, dy: number] {
  const step = (at: number, length: number, most: number) => (at < 0 ? at : at + length > most ? Math.min(at, at + length - most) : 0)
  return [step(x, width, innerWidth), step(y, height, innerHeight)]
}

/** Whether a frame is large enough to be taken. */
export function isFrame({ width, height }: Size): boolean {
  return width >= LEAST && height >= LEAST
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)))
}
