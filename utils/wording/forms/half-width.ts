import type { Hit, PageDetector } from '../types.ts'
import { matches } from '../matches.ts'

const HALF = [
  /(?<=[㐀-鿿”》）])[,;:!?](?=[㐀-鿿“《（])/gu,
  // A pair of straight quotes is two.
  /(?<=^|[㐀-鿿，。；：、（])"(?=[㐀-鿿《])|(?<=[㐀-鿿》！？])"(?=[㐀-鿿，。；：、）]|$)/gu,
]

/** Half-width punctuation and straight quotes between Chinese characters: told once a page, at its first place, with the count. */
export const halfWidth: PageDetector = (blocks) => {
  let count = 0
  let first: { id: number; at: number } | null = null
  for (const block of blocks) {
    if (block.role === 'navigation' || block.role === 'footer') continue
    const places = HALF.flatMap((pattern) => [...matches(pattern, block.text)].map(({ index }) => index))
    if (places.length > 0) first ??= { id: block.id, at: Math.min(...places) }
    count += places.length
  }
  if (!first || count < 2) return new Map()
  const hit: Hit = { start: first.at, end: first.at + 1, right: null, params: { count } }
  return new Map([[first.id, [hit]]])
}
