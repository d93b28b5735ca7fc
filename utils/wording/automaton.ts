/** Called for every occurrence; `end` is exclusive, offsets in UTF-16 units. Returning false stops the scan. */
export type OnMatch = (pattern: number, start: number, end: number) => boolean | void

/** Finds all of many words in one pass over a text (Aho-Corasick), overlapping ones too. */
export interface Automaton {
  /** How many states the automaton has; a measure of its size. */
  states: number
  scan: (text: string, onMatch: OnMatch) => void
}

const CODES = 65_536

/** Edges of the trie in an open-addressed hash table: three parallel typed arrays, so that 100,000 words stay small. */
class Edges {
  private from: Int32Array
  private code: Uint16Array
  private to: Int32Array
  private mask: number
  private count = 0

  constructor(expected: number) {
    let size = 1024
    while (size < expected * 2) size *= 2
    this.mask = size - 1
    this.from = new Int32Array(size).fill(-1)
    this.code = new Uint16Array(size)
    this.to = new Int32Array(size)
  }

  get(state: number, code: number): number {
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7 & this.mask
    while (this.from[slot] !== -1) {
      if (this.from[slot] === state && this.code[slot] === code) return this.to[slot]!
      slot = slot + 1 & this.mask
    }
    return -1
  }

  set(state: number, code: number, to: number): void {
    if (++this.count * 2 > this.mask) this.grow()
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7 & this.mask
    while (this.from[slot] !== -1) slot = slot + 1 & this.mask
    this.from[slot] = state
    this.code[slot] = code
    this.to[slot] = to
  }

  private grow(): void {
    const { from, code, to } = this
    this.mask = this.mask * 2 + 1
    this.from = new Int32Array(this.mask + 1).fill(-1)
    this.code = new Uint16Array(this.mask + 1)
    this.to = new Int32Array(this.mask + 1)
    this.count = 1
    for (let i = 0; i < from.length; i++) if (from[i] !== -1) this.set(from[i]!, code[i]!, to[i]!)
  }
}

/**
 * Builds the automaton. `onMatch` receives the index of the word in `words`; of equal words only the first is reported.
 * Empty words are left out.
 */
export function buildAutomaton(words: readonly string[]): Automaton {
  let letters = 1
  for (const word of words) letters += word.length
  const edges = new Edges(Math.min(letters, 1 << 22))
  // First letters as bits: most of a text is in no word's beginning, and a full table would take a quarter of a megabyte.
  const starts = new Uint32Array(CODES / 32)
  const parent = new Int32Array(letters)
  const letter = new Uint16Array(letters)
  const depth = new Uint16Array(letters)
  const word = new Int32Array(letters).fill(-1)
  let states = 1
  for (let index = 0; index < words.length; index++) {
    const text = words[index]!
    let state = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      let next = edges.get(state, code)
      if (next < 0) {
        next = states++
        edges.set(state, code, next)
        if (state === 0) starts[code >>> 5]! |= 1 << (code & 31)
        parent[next] = state
        letter[next] = code
        depth[next] = i + 1
      }
      state = next
    }
    if (state !== 0 && word[state] === -1) word[state] = index
  }
  const fail = failLinks(states, parent, letter, depth, edges)
  // `shorter` jumps straight to the next state on the fail path where a word ends, so that a scan never walks in vain.
  const shorter = new Int32Array(states)
  for (const state of byDepth(states, depth)) {
    const back = fail[state]!
    shorter[state] = word[back] === -1 ? shorter[back]! : back
  }
  const scan = (text: string, onMatch: OnMatch): void => {
    let state = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      while (state !== 0) {
        const next = edges.get(state, code)
        if (next >= 0) { state = next; break }
        state = fail[state]!
      }
      // Either the walk above found an edge from a deeper state, or the word begins here.
      if (state === 0 && (starts[code >>> 5]! >>> (code & 31) & 1) === 1) state = edges.get(0, code)
      for (let at = word[state] === -1 ? shorter[state]! : state; at !== 0; at = shorter[at]!) {
        if (onMatch(word[at]!, i + 1 - depth[at]!, i + 1) === false) return
      }
    }
  }
  return { states, scan }
}

function byDepth(states: number, depth: Uint16Array): Int32Array {
  let deepest = 0
  for (let i = 1; i < states; i++) if (depth[i]! > deepest) deepest = depth[i]!
  const place = new Int32Array(deepest + 2)
  for (let i = 0; i < states; i++) place[depth[i]! + 1]!++
  for (let d = 1; d < place.length; d++) place[d]! += place[d - 1]!
  const order = new Int32Array(states)
  for (let i = 0; i < states; i++) order[place[depth[i]!]!++] = i
  return order
}

function failLinks(
  states: number, parent: Int32Array, letter: Uint16Array, depth: Uint16Array, edges: Edges,
): Int32Array {
  const fail = new Int32Array(states)
  for (const state of byDepth(states, depth)) {
    if (depth[state]! < 2) continue
    const code = letter[state]!
    let back = fail[parent[state]!]!
    let next = edges.get(back, code)
    while (next < 0 && back !== 0) {
      back = fail[back]!
      next = edges.get(back, code)
    }
    fail[state] = next < 0 ? 0 : next
  }
  return fail
}
