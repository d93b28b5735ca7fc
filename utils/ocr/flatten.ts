/** Where a flattened part is put: its left upper pixel at `from` of a picture so wide. */
interface Into {
  data: Uint8Array
  width: number
  from: number
}

/** What of a line is its letters: what is lighter than the ground, or darker. */
export interface Ink {
  isLight: boolean
  /** False where there is much of both: letters with a glow, a rim or a shadow. */
  isSure: boolean
}

/** Brightness that goes to the one side of the ground at least this part as far as to the other may be ink, too. */
const BOTH = 0.5

/**
 * Makes letters dark on white whatever they were: the ground is measured along the line, ink is what is farthest from it.
 * @param cut brightness, column by column
 * @param em size of a Chinese character in it, in pixels
 * @param known what is ink, where that was found out
 */
export function flatten(cut: Float32Array, wide: number, tall: number, em: number, { data, width, from }: Into, known?: Ink): Ink {
  const step = Math.max(8, Math.round(em * 2))
  const parts = Array.from({ length: Math.ceil(wide / step) }, (_, at) => countsOf(cut, at * step * tall, Math.min(wide, (at + 1) * step) * tall))
  const all = parts.reduce((sum, part) => sum.map((count, value) => count + part[value]!), counts())
  const ground = quantile(rimOf(cut, wide, tall), 0.5)
  const [darkest, lightest] = [quantile(all, 0.03), quantile(all, 0.97)]
  const [below, above] = [ground - darkest, lightest - ground]
  const found = known ?? { isLight: below < above, isSure: Math.min(below, above) < Math.max(below, above) * BOTH }
  const { isLight, isSure } = found
  // The ground is most of what is no ink; where there is a glow, what is nearer to the ink than that.
  const share = isSure ? 0.3 : 0.7
  const grounds = parts.map((part) => quantile(part, isLight ? share : 1 - share))
  const reach = Math.max(12, Math.abs((isLight ? lightest : darkest) - ground))
  const ink = (isLight ? 255 : -255) / reach
  for (let x = 0, at = 0; x < wide; x++) {
    const place = Math.min(grounds.length - 1, Math.max(0, (x + 0.5) / step - 0.5))
    const [low, share] = [Math.floor(place), place % 1]
    const here = grounds[low]! * (1 - share) + (grounds[low + 1] ?? grounds[low]!) * share
    for (let y = 0, to = from + x; y < tall; y++, at++, to += width) {
      const value = 255 - (cut[at]! - here) * ink
      data[to] = value < 0 ? 0 : value > 255 ? 255 : value
    }
  }
  return found
}

/** How often each brightness occurs. */
const counts = () => new Uint32Array(256)

function countsOf(cut: Float32Array, from: number, to: number): Uint32Array {
  const made = counts()
  for (let at = from; at < to; at++) count(made, cut[at]!)
  return made
}

/** Of the pixels at the four edges. */
function rimOf(cut: Float32Array, wide: number, tall: number): Uint32Array {
  const made = counts()
  for (let x = 0; x < wide; x++) for (const y of [0, tall - 1]) count(made, cut[x * tall + y]!)
  for (let y = 0; y < tall; y++) for (const x of [0, wide - 1]) count(made, cut[x * tall + y]!)
  return made
}

function count(into: Uint32Array, value: number): void {
  into[value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0]!++
}

function quantile(of: Uint32Array, share: number): number {
  let left = of.reduce((sum, one) => sum + one, 0) * share
  let value = 0
  while (value < 255 && (left -= of[value]!) >= 0) value++
  return value
}
