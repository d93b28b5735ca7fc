import { readFileSync } from 'node:fs'

/** open-gram as Debian's package `sunpinyin-data` has it (CC BY-SA 3.0). Natural logarithms. */
export interface OpenGram {
  /** Word by id; the first 70 or so are empty or special, 70 is `，`. */
  words: string[]
  /** ln P(word), by word id; −Infinity where it has none. */
  unigrams: Float64Array
  /** Back-off weight as a factor, by word id. */
  backoff: Float64Array
  /** Calls `each` for every pair with its ln P(right | left). */
  eachPair: (each: (left: number, right: number, logp: number) => void) => void
}

/** Reads `pydict_sc.bin` and `lm_sc.t3g`; their layout is told in `NOTICE.md` beside the asset. */
export function readOpenGram(dictPath: string, modelPath: string): OpenGram {
  const words = readWords(readFileSync(dictPath))
  const file = readFileSync(modelPath)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const u32 = (at: number): number => view.getUint32(at, true)
  if (u32(0) !== 3 || u32(4) !== 0) throw new Error('lm_sc.t3g: an order-3 model with plain probabilities is expected')
  const sizes = [u32(8), u32(12), u32(16), u32(20)]
  const probs = 24
  const weights = probs + 65536 * 4
  const level0 = weights + 16384 * 4
  const level1 = level0 + sizes[0]! * 12
  const level2 = level1 + sizes[1]! * 12
  const probability = (index: number): number => view.getFloat32(probs + index * 4, true)
  const weight = (index: number): number => view.getFloat32(weights + index * 4, true)
  const wordOf = (at: number): number => u32(at) & 0x3ffff
  const childOf = (at: number): number => (u32(at + 4) >>> 16) | (u32(at + 8) >>> 25 << 16)

  const unigrams = new Float64Array(words.length).fill(-Infinity)
  const backoff = new Float64Array(words.length).fill(1)
  for (let i = 0; i < sizes[1]! - 1; i++) {
    const at = level1 + i * 12
    unigrams[wordOf(at)] = Math.log(probability(u32(at + 4) & 0xffff))
    backoff[wordOf(at)] = weight(u32(at) >>> 18)
  }
  return {
    words,
    unigrams,
    backoff,
    eachPair: (each) => {
      for (let i = 0; i < sizes[1]! - 1; i++) {
        const at = level1 + i * 12
        const end = childOf(at + 12)
        for (let child = childOf(at); child < end; child++) {
          const there = level2 + child * 12
          each(wordOf(at), wordOf(there), Math.log(probability(u32(there + 4) & 0xffff)))
        }
      }
    },
  }
}

function readWords(file: Buffer): string[] {
  const count = file.readUInt32LE(0)
  let at = file.readUInt32LE(8)
  const words: string[] = []
  while (words.length < count) {
    let word = ''
    for (let code = file.readUInt32LE(at); code !== 0; code = file.readUInt32LE(at += 4)) word += String.fromCodePoint(code)
    at += 4
    words.push(word)
  }
  return words
}
