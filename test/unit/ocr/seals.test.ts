import { describe, expect, test } from 'vitest'
import { withoutSeals } from '../../../utils/ocr/seals.ts'

const [WIDTH, HEIGHT] = [240, 200]
const [RED, BLACK, WHITE] = [[225, 40, 45], [20, 20, 20], [255, 255, 255]] as const

type Colour = readonly [number, number, number]

/** A picture whose pixels a function colours; white where it gives nothing. */
function drawn(colour: (x: number, y: number) => Colour | null) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
  for (let y = 0, at = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++, at += 4) data.set(colour(x, y) ?? WHITE, at)
  return { width: WIDTH, height: HEIGHT, data }
}

const away = (x: number, y: number) => Math.hypot(x - 120, y - 100)
const isRim = (x: number, y: number) => Math.abs(away(x, y) - 70) < 3
const isStar = (x: number, y: number) => away(x, y) < 20
/** Strokes of letters from the seal's middle over its rim. */
const isLetter = (x: number, y: number) => y > 96 && y < 112 && x > 100 && x < 220 && x % 8 < 3

const at = ({ data }: { data: Uint8ClampedArray }, x: number, y: number) => Array.from(data.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3))

test('the red of a seal goes, and the letters under it stay', () => {
  const seal = withoutSeals(drawn((x, y) => (isLetter(x, y) ? BLACK : isRim(x, y) || isStar(x, y) ? RED : null)))
  expect([at(seal, 120, 30), at(seal, 50, 100), at(seal, 112, 90)]).toEqual([WHITE, WHITE, WHITE])
  // a stroke inside, one on the rim, one beside the seal
  expect([at(seal, 104, 100), at(seal, 192, 104), at(seal, 216, 104)]).toEqual([BLACK, BLACK, BLACK])
})

test('red letters beside a seal stay as they are', () => {
  const isRed = (x: number, y: number) => x > 200 && y > 10 && y < 30
  expect(at(withoutSeals(drawn((x, y) => (isLetter(x, y) ? BLACK : isRim(x, y) || isRed(x, y) ? RED : null))), 210, 20)).toEqual(RED)
})

describe('stays as it is', () => {
  test.each<[string, (x: number, y: number) => Colour | null]>([
    ['a number in a red circle', (x, y) => (isRim(x, y) || isStar(x, y) ? RED : null)],
    ['a red circle around black letters that do not reach it', (x, y) => (isRim(x, y) || isStar(x, y) ? RED : isLetter(x, y) && x < 160 ? BLACK : null)],
    ['a red card with a black line across', (x, y) => (Math.max(Math.abs(x - 120), Math.abs(y - 100)) > 67 && Math.max(Math.abs(x - 120), Math.abs(y - 100)) < 73 ? RED : isLetter(x, y) ? BLACK : null)],
    ['a round red ground', (x, y) => (isLetter(x, y) ? BLACK : away(x, y) < 70 ? RED : null)],
    ['a small red ring', (x, y) => (isLetter(x, y) ? BLACK : Math.abs(away(x, y) - 20) < 3 ? RED : null)],
  ])('%s', (_, colour) => {
    const picture = drawn(colour)
    const before = picture.data.slice()
    withoutSeals(picture)
    expect(picture.data).toEqual(before)
  })
})
