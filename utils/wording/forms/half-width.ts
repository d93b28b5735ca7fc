import type { Hit, PageDetector } from '../types.ts'
import { matches } from '../matches.ts'

const HALF = /(?<=[㐀-鿿”》）])[,;:!?](?=[㐀-鿿“《（])/gu

/** Half-width punctuation between Chinese characters: told once a page, at its first place, with the count. */
export const halfWidth: PageDetector = (blocks) => {
  let count = 0
  let first: { id: number; at: number } | null = null
  for (const block of blocks) {
    if (block.role === 'navigation' || block.role === 'footer') continue
    for (const match of matches(HALF, block.text)) {
      count++
      first ??= { id: block.id, at: match.index }
    }
  }
  if (!first || count < 2) return new Map()
  const hit: Hit = { start: first.at, end: first.at + 1, right: null, params: { count } }
  return new Map([[first.id, [hit]]])
}
