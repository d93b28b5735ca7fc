import type { Area, ShotMarks } from '../types/drawing.ts'
import { clipTo, widthOf } from './letters.ts'

/** The tag of a marked place: where it stands, and its words as far as they have room. */
export interface Tag extends Area {
  text: string
}

/** Sizes of what is drawn on a picture of this width, in its pixels (lines, letters of tags, letters of what a person wrote): seen at a glance, covering little. */
export function sizesFor(width: number): { line: number; letter: number; text: number } {
  return { line: Math.max(2, Math.round(width / 500)), letter: Math.max(12, Math.round(width / 72)), text: Math.max(12, Math.round(width / 56)) }
}

/**
 * Where the tags of marked places stand: above the frame's left corner, else under it, else inside; never out of the picture and, where there
 * is a way, not on one another. A picture too small for a tag has none.
 */
export function tagsOf(outlines: ShotMarks['outlines'], picture: { width: number; height: number }): Tag[] {
  const { line, letter } = sizesFor(picture.width)
  const height = Math.round(letter * 1.5)
  const padding = Math.round(letter * 0.4)
  const tags: Tag[] = []
  for (const { label, ...frame } of outlines) {
    const text = clipTo(label, letter, picture.width - 2 * padding)
    if (!text || height > picture.height) continue
    const width = Math.ceil(widthOf(text, letter)) + 2 * padding
    const left = frame.x - line / 2
    const right = frame.x + frame.width + line / 2 - width
    const places = [frame.y - line / 2 - height, frame.y + frame.height + line / 2, frame.y + line / 2, frame.y + frame.height - line / 2 - height]
      .filter((y) => y >= 0 && y + height <= picture.height)
      .flatMap((y) => [left, right].map((x) => ({ x: within(x, picture.width - width), y: Math.round(y), width, height })))
    const place = places.find((one) => !tags.some((other) => overlap(one, other))) ?? places[0]
    tags.push({ ...(place ?? { x: within(left, picture.width - width), y: within(frame.y, picture.height - height), width, height }), text })
  }
  return tags
}

function within(at: number, most: number): number {
  return Math.round(Math.max(0, Math.min(at, most)))
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
