import type { Area, Drawing, Point, ShotMarks } from '../types/drawing.ts'
import { wrap } from './letters.ts'
import { stripUnder } from './strip.ts'
import { sizesFor, tagsOf } from './tags.ts'

/** What marks are made of, in the order in which it is drawn; a canvas and an SVG draw the same. */
export type Shape =
  | ({ kind: 'fill'; color: string } & Area)
  | ({ kind: 'frame'; color: string; line: number } & Area)
  | { kind: 'line'; color: string; line: number; from: Point; to: Point }
  | { kind: 'wedge'; color: string; points: readonly Point[] }
  /** `y`: the line on which letters stand. `halo`: width of the light rim around them, 0 for none. `most`: squeezed where a font makes it wider. */
  | ({ kind: 'text'; text: string; color: string; letter: number; halo: number; most: number } & Point)

export const RED = '#d92d20'
const LIGHT = '#ffffff'
/** What is covered is this and nothing else. */
export const COVER = '#101828'
const INK = '#1d2939'
const PAPER = '#f2f4f7'

/** How large the sheet is that a picture with these marks stands on. @param scale of the sheet to the original */
export function sheetOf(marks: ShotMarks, picture: { width: number; height: number }, scale = 1): { width: number; height: number } {
  const { width, height } = stripUnder(marks.strip, shrunk(picture, scale))
  return { width, height }
}

/** Everything that is drawn over a picture which stands at the sheet's top left. @param scale of the sheet to the original, in whose pixels the marks are */
export function shapesOf(marks: ShotMarks, picture: { width: number; height: number }, scale = 1): Shape[] {
  const small = shrunk(picture, scale)
  const outlines = marks.outlines.map((one) => ({ ...areaAt(one, scale), label: one.label }))
  return [
    ...marks.covers.map((area): Shape => ({ kind: 'fill', color: COVER, ...outward(areaAt(area, scale)) })),
    ...marks.drawings.flatMap((one) => shapesOfDrawing(one, small.width, scale)),
    ...outlines.flatMap((outline) => framed(outline, sizesFor(small.width).line)),
    ...tagsOf(outlines, small).flatMap(({ text, ...area }) => tagged(text, area, sizesFor(small.width).letter)),
    ...stripShapes(marks.strip, small),
  ]
}

/** @param width of the picture as it is drawn */
function shapesOfDrawing(drawing: Drawing, width: number, scale = 1): Shape[] {
  const { line, text: letter } = sizesFor(width)
  if (drawing.kind === 'box') return framed(areaAt(drawing, scale), line)
  if (drawing.kind === 'arrow') return arrow(pointAt(drawing.from, scale), pointAt(drawing.to, scale), line)
  const at = pointAt(drawing, scale)
  return linesOfText(drawing.text, letter, width - at.x).map((text, row): Shape => ({
    kind: 'text', text, x: at.x, y: at.y + letter * (1 + 1.3 * row), color: RED, letter, halo: Math.max(2, letter / 4), most: Math.max(width - at.x, letter),
  }))
}

/** A drawn text in lines that end at the picture's right edge. */
export function linesOfText(text: string, letter: number, room: number): string[] {
  return text.split('\n').flatMap((line) => wrap(line, letter, Math.max(room, letter * 4)))
}

/** Twice, light under red, so that it is seen on a red page too. */
function framed({ x, y, width, height }: Area, line: number): Shape[] {
  const area = { x, y, width, height }
  return [{ kind: 'frame', color: LIGHT, line: line + 2, ...area }, { kind: 'frame', color: RED, line, ...area }]
}

function arrow(from: Point, to: Point, line: number): Shape[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return []
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const head = Math.min(line * 6, length)
  const shaft = (by: number): Point => ({ x: to.x - along.x * by, y: to.y - along.y * by })
  const wedge = (grown: number): Point[] => {
    const back = shaft(head + grown)
    const half = head / 2 + grown * 1.5
    const tip = shaft(-grown * 1.5)
    return [tip, { x: back.x - along.y * half, y: back.y + along.x * half }, { x: back.x + along.y * half, y: back.y - along.x * half }]
  }
  const stem = shaft(head / 2)
  return [
    { kind: 'line', color: LIGHT, line: line * 1.5 + 2, from, to: stem },
    { kind: 'wedge', color: LIGHT, points: wedge(1) },
    { kind: 'line', color: RED, line: line * 1.5, from, to: stem },
    { kind: 'wedge', color: RED, points: wedge(0) },
  ]
}

function tagged(text: string, area: Area, letter: number): Shape[] {
  const padding = Math.round(letter * 0.4)
  return [
    { kind: 'frame', color: LIGHT, line: 2, ...area },
    { kind: 'fill', color: RED, ...area },
    { kind: 'text', text, x: area.x + padding, y: area.y + letter * 1.1, color: LIGHT, letter, halo: 0, most: area.width - 2 * padding },
  ]
}

function stripShapes(texts: readonly string[], picture: { width: number; height: number }): Shape[] {
  const { lines, letter, step, padding, width, height } = stripUnder(texts, picture)
  if (!lines.length) return []
  const ground: Shape = { kind: 'fill', color: PAPER, x: 0, y: picture.height, width, height: height - picture.height }
  const rule: Shape = { kind: 'fill', color: INK, x: 0, y: picture.height, width, height: Math.max(1, Math.round(letter / 12)) }
  const most = width - 2 * padding
  return [ground, rule, ...lines.map((text, row): Shape => ({ kind: 'text', text, x: padding, y: picture.height + padding + step * row + letter * 1.1, color: INK, letter, halo: 0, most }))]
}

function pointAt({ x, y }: Point, scale: number): Point {
  return { x: x * scale, y: y * scale }
}

function areaAt({ x, y, width, height }: Area, scale: number): Area {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
}

/** Whole pixels: what is covered in part shows nothing. */
export function outward({ x, y, width, height }: Area): Area {
  const left = Math.floor(x)
  const top = Math.floor(y)
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top }
}

function shrunk({ width, height }: { width: number; height: number }, scale: number): { width: number; height: number } {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
