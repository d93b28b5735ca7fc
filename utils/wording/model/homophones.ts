import type { Model } from './load.ts'

/** Words that cost more by themselves (15 and a half) are too rare to be proposed for their sound alone. */
const RARE = 186
const BUCKETS = 1 << 15

/** Words of two characters by the sounds of both, for slips of the pinyin keyboard (权利 for 权力 has one, 预防 for 雨房 two). */
export interface Homophones {
  /** Calls `take` for each word that can sound like the two characters and costs no more than `most` in its best place. */
  each: (first: number, second: number, most: number, take: (word: number, meantFirst: number, meantSecond: number) => void) => void
}

export function createHomophones({ twos, soundsOf, unigrams, least }: Model): Homophones {
  const keys: number[] = []
  const places: number[] = []
  for (let i = 0; i < twos.words.length; i++) {
    if (unigrams[twos.words[i]!]! > RARE) continue
    for (const a of soundsOf[twos.first[i]!]!) {
      for (const b of soundsOf[twos.second[i]!]!) {
        keys.push(a << 10 | b)
        places.push(i)
      }
    }
  }
  // By buckets: 90,000 small arrays in a map would take ten times the room.
  const starts = new Uint32Array(BUCKETS + 1)
  for (const key of keys) starts[bucketOf(key) + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const next = starts.slice()
  // A key and the least that its word costs, so that most words are passed by without a look at them.
  const sortedKeys = new Uint32Array(keys.length)
  const sortedPlaces = new Uint32Array(keys.length)
  keys.forEach((key, i) => {
    const at = next[bucketOf(key)]!++
    sortedKeys[at] = key << 8 | least[twos.words[places[i]!]!]!
    sortedPlaces[at] = places[i]!
  })
  return {
    each: (first, second, most, take) => {
      for (const a of soundsOf[first]!) {
        for (const b of soundsOf[second]!) {
          const key = a << 10 | b
          const bucket = bucketOf(key)
          for (let at = starts[bucket]!, end = starts[bucket + 1]!; at < end; at++) {
            const there = sortedKeys[at]!
            if (there >>> 8 !== key || (there & 255) > most) continue
            const place = sortedPlaces[at]!
            take(twos.words[place]!, twos.first[place]!, twos.second[place]!)
          }
        }
      }
    },
  }
}

function bucketOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 17
}
