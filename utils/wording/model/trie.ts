import { IN_PAIRS, LONGEST } from './format.ts'
import { Reader } from './reader.ts'

/** Characters up to this rank may be meant, and stand in the tables of beginnings. */
export const COMMON = 4095
/** 32-bit words in a row of `beginnings`. */
export const ROW = COMMON + 1 >> 5
/** Only in words of so many characters can one be missed. */
export const LONG = 4

/** All words by their beginnings. Nodes are numbered breadth first, so a node's children lie in a row; the root is node 0. */
export interface Trie {
  /** Node → its first child; its last one is the one before the next node's first. */
  childStart: Int32Array
  /** Node → the character that leads to it; ascending among a node's children. */
  charAt: Uint16Array
  /** Character → child of the root, −1 where no word begins with it. */
  rootChild: Int32Array
  /** Node → word id, −1 where no word ends. */
  wordAt: Int32Array
  /** Bit (a, b), both up to `COMMON`: some word begins with a b; and the same turned round, so that either can be walked in a row. */
  beginnings: Uint32Array
  beginningsBack: Uint32Array
  /** Words of two characters, for look-ups by sound: the words and both characters of each. */
  twos: { words: Int32Array; first: Uint16Array; second: Uint16Array }
}

/** Words are sorted; those in pairs get the ids 0 … lefts − 1, the others the ids behind, both in the order of the list. */
export function unpackWords(section: Uint8Array, words: number, lefts: number, chars: number): Trie {
  // Nodes as the words bring them, depth first: how deep each lies, its character and the word that ends there.
  const most = words * 3
  const depth = new Uint8Array(most)
  const by = new Uint16Array(most)
  const word = new Int32Array(most).fill(-1)
  const path = new Int32Array(LONGEST + 1)
  const current = new Uint16Array(LONGEST)
  const beginnings = new Uint32Array((COMMON + 1) * ROW)
  const beginningsBack = new Uint32Array((COMMON + 1) * ROW)
  const twos = { words: new Int32Array(words), first: new Uint16Array(words), second: new Uint16Array(words) }
  const reader = new Reader(section)
  const inLevel = new Int32Array(LONGEST + 2)
  let [nodes, paired, single, two] = [1, 0, lefts, 0]
  for (let n = 0; n < words; n++) {
    const head = reader.byte()
    const shared = head >>> 4 & 7
    const length = shared + (head & 15)
    for (let i = shared; i < length; i++) {
      current[i] = reader.varint() + 1
      depth[nodes] = i + 1
      inLevel[i + 2]!++
      by[nodes] = current[i]!
      path[i + 1] = nodes++
    }
    const id = head & IN_PAIRS ? paired++ : single++
    word[path[length]!] = id
    if (length < 2) continue
    const [a, b] = [current[0]!, current[1]!]
    if (length === 2) {
      twos.words[two] = id
      twos.first[two] = a
      twos.second[two++] = b
    }
    if (a > COMMON || b > COMMON) continue
    beginnings[a * ROW + (b >> 5)]! |= 1 << (b & 31)
    beginningsBack[b * ROW + (a >> 5)]! |= 1 << (a & 31)
  }
  // Within a level the order stays, so that a node's children follow each other and its neighbour's behind them.
  const next = inLevel
  next[1] = 1
  for (let level = 2; level < next.length; level++) next[level]! += next[level - 1]!
  const childStart = new Int32Array(nodes + 1)
  const charAt = new Uint16Array(nodes)
  const wordAt = new Int32Array(nodes).fill(-1)
  childStart[0] = 1
  for (let i = 1; i < nodes; i++) {
    const node = next[depth[i]!]!++
    charAt[node] = by[i]!
    wordAt[node] = word[i]!
    // Where the next level has got to: this node's children come there, if there are any.
    childStart[node] = next[depth[i]! + 1]!
  }
  childStart[nodes] = nodes
  const rootChild = new Int32Array(chars + 1).fill(-1)
  for (let node = 1; node < childStart[1]!; node++) rootChild[charAt[node]!] = node
  return {
    childStart, charAt, rootChild, wordAt, beginnings, beginningsBack,
    twos: { words: twos.words.slice(0, two), first: twos.first.slice(0, two), second: twos.second.slice(0, two) },
  }
}

/** What words cost at least, 255 where there are none. */
export interface Bounds {
  /** Node → words that go on from there. */
  beyond: Uint8Array
  /** Node → long words that end there or go on. */
  longBelow: Uint8Array
  /** Character → words that have it in the second place. */
  leastSecond: Uint8Array
}

/** `least` is the least that a word costs in any place. */
export function boundsOf({ childStart, charAt, wordAt, rootChild }: Trie, least: Uint8Array): Bounds {
  const nodes = wordAt.length
  const beyond = new Uint8Array(nodes).fill(255)
  const longBelow = new Uint8Array(nodes).fill(255)
  const own = (node: number): number => wordAt[node]! < 0 ? 255 : least[wordAt[node]!]!
  // Level by level, from the deepest up: the first node of each is the first child of the first one before.
  const starts = [0, 1]
  while (starts[starts.length - 1]! < nodes) starts.push(childStart[starts[starts.length - 1]!]!)
  for (let level = starts.length - 2; level >= 0; level--) {
    for (let node = starts[level]!; node < starts[level + 1]!; node++) {
      let all = 255
      let long = level < LONG ? 255 : own(node)
      for (let child = childStart[node]!; child < childStart[node + 1]!; child++) {
        all = Math.min(all, beyond[child]!, own(child))
        long = Math.min(long, longBelow[child]!)
      }
      beyond[node] = all
      longBelow[node] = long
    }
  }
  const leastSecond = new Uint8Array(rootChild.length).fill(255)
  for (let node = starts[2]!; node < starts[3]!; node++) {
    leastSecond[charAt[node]!] = Math.min(leastSecond[charAt[node]!]!, own(node), beyond[node]!)
  }
  return { beyond, longBelow, leastSecond }
}

/** The child of a trie node by a character, or −1. */
export function step({ childStart, charAt, rootChild }: Trie, node: number, char: number): number {
  if (node === 0) return rootChild[char]!
  let low = childStart[node]!
  let high = childStart[node + 1]! - 1
  while (low <= high) {
    const middle = low + high >> 1
    const there = charAt[middle]!
    if (there === char) return middle
    if (there < char) low = middle + 1
    else high = middle - 1
  }
  return -1
}
