/**
 * Which characters look alike: draws each in Noto Sans CJK SC (OFL) with Chromium and compares the pictures, whole and by
 * parts: 未 / 末 (whole), 诀 / 决 (one half), 去 / 法 (one is a part of the other).
 * `node assets/model/build/shapes.ts`; needs the font `fonts-noto-cjk`; takes half an hour. Of the 10,500 commonest characters
 * the first 4,500 may be meant, all may be mistaken.
 * Writes `shapes.json` beside this file: character → those most like it, the most alike first.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { charactersByFrequency } from './counts.ts'

const SIZE = 40
const CHARACTERS = 10_500
const COMMON = 4500
/** Of rarer characters only the whole is compared: a part of another is mostly common itself. */
const PARTS_OF = 6500
const MOST = 26

type Box = readonly [left: number, top: number, right: number, bottom: number]

const WHOLE: Box = [0, 0, 40, 40]
const PARTS: readonly Box[] = [
  [11, 0, 40, 40], [15, 0, 40, 40], [20, 0, 40, 40], [13, 0, 40, 40], [0, 0, 20, 40], [0, 0, 27, 40], [0, 12, 40, 40], [0, 18, 40, 40], [0, 0, 40, 22], [8, 8, 33, 34],
]

const chars = charactersByFrequency(0).slice(0, CHARACTERS)
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
const pictures: number[][] = await page.evaluate(({ chars, size }) => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.font = `${size - 2}px "Noto Sans CJK SC"`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  return chars.map((char) => {
    pen.clearRect(0, 0, size, size)
    pen.fillText(char, size / 2, size / 2)
    const { data } = pen.getImageData(0, 0, size, size)
    return Array.from({ length: size * size }, (_, i) => data[i * 4 + 3]!)
  })
}, { chars, size: SIZE })
await browser.close()

/** The inked part of a box, stretched to `grid`², mean taken off, length one; zero where there is little ink. */
function feature(picture: number[], box: Box, grid: number, ownBounds: boolean, out: Float32Array, at: number): void {
  let [left, top, right, bottom] = box
  if (ownBounds) {
    let [l, t, r, b] = [right, bottom, left, top]
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        if (picture[y * SIZE + x]! < 60) continue
        l = Math.min(l, x)
        r = Math.max(r, x + 1)
        t = Math.min(t, y)
        b = Math.max(b, y + 1)
      }
    }
    if (r - l < 6 || b - t < 6) return
    ;[left, top, right, bottom] = [l, t, r, b]
  }
  const cells = grid * grid
  for (let gy = 0; gy < grid; gy++) {
    for (let gx = 0; gx < grid; gx++) {
      let sum = 0
      // A window a little wider than the cell blurs the strokes.
      for (let s = 0; s < 16; s++) {
        const x = Math.floor(left + (gx + 0.5 + ((s & 3) / 3 - 0.5) * 1.6) * (right - left) / grid)
        const y = Math.floor(top + (gy + 0.5 + ((s >> 2) / 3 - 0.5) * 1.6) * (bottom - top) / grid)
        if (x >= left && x < right && y >= top && y < bottom) sum += picture[y * SIZE + x]!
      }
      out[at + gy * grid + gx] = sum
    }
  }
  let mean = 0
  for (let i = 0; i < cells; i++) mean += out[at + i]! / cells
  let norm = 0
  for (let i = 0; i < cells; i++) norm += (out[at + i]! -= mean) ** 2
  for (let i = 0; i < cells; i++) out[at + i]! /= Math.sqrt(norm) || 1
}

const best: Map<number, number>[] = chars.map(() => new Map())

function compare(fromCount: number, toCount: number, grid: number, from: (index: number, out: Float32Array, at: number) => void,
  to: (index: number, out: Float32Array, at: number) => void, least: number, less: number): void {
  const cells = grid * grid
  const a = new Float32Array(fromCount * cells)
  const b = new Float32Array(toCount * cells)
  for (let i = 0; i < fromCount; i++) from(i, a, i * cells)
  for (let i = 0; i < toCount; i++) to(i, b, i * cells)
  for (let i = 0; i < fromCount; i++) {
    for (let j = 0; j < toCount; j++) {
      if (i === j) continue
      let dot = 0
      for (let k = 0, x = i * cells, y = j * cells; k < cells; k++) dot += a[x + k]! * b[y + k]!
      if (dot < least) continue
      const like = dot - less
      if (like > (best[i]!.get(j) ?? 0)) best[i]!.set(j, like)
    }
  }
}

const box = (which: Box, grid: number, own: boolean) => (index: number, out: Float32Array, at: number): void => {
  feature(pictures[index]!, which, grid, own, out, at)
}
compare(chars.length, COMMON, 18, box(WHOLE, 18, false), box(WHOLE, 18, false), 0.62, 0)
for (const part of PARTS) {
  console.error(part.join(' '))
  // The same part in both; the wrong one whole is a part of the right one; and the other way.
  compare(chars.length, COMMON, 10, box(part, 10, true), box(part, 10, true), 0.9, 0.12)
  compare(PARTS_OF, COMMON, 10, box(WHOLE, 10, true), box(part, 10, true), 0.68, -0.06)
  compare(PARTS_OF, COMMON, 10, box(part, 10, true), box(WHOLE, 10, true), 0.72, 0)
}

const alike: Record<string, string> = {}
for (const [index, near] of best.entries()) {
  const sorted = [...near].sort((x, y) => y[1] - x[1])
  alike[chars[index]!] = sorted.filter(([, like], rank) => like >= 0.74 || rank < 6).slice(0, MOST).map(([at]) => chars[at]!).join('')
}
writeFileSync(resolve(import.meta.dirname, 'shapes.json'), `${JSON.stringify(alike)}\n`)
