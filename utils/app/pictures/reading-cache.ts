import type { OcrReading } from '../../types/ocr.ts'

/** So many readings are kept: a page of pictures, and what was read before it. */
const MOST = 40
/** For so long an address is taken for the file that it was, in ms. */
const FRESH = 10 * 60_000

/** What pictures said, for as long as the background lives: the second click costs nothing. */
export interface ReadingCache {
  /** The reading of an address that was fetched a moment ago. */
  ofAddress: (src: string) => OcrReading | null
  /** The reading of a file. */
  ofFile: (hash: string) => OcrReading | null
  keep: (hash: string, reading: OcrReading, src: string | null) => void
  /** The address leads to a file that was read. */
  link: (src: string, hash: string) => void
}

export function createReadingCache(now: () => Date): ReadingCache {
  const files = new Map<string, OcrReading>()
  const addresses = new Map<string, { hash: string; at: number }>()
  const link = (src: string, hash: string) => {
    addresses.delete(src)
    addresses.set(src, { hash, at: now().getTime() })
    if (addresses.size > MOST) addresses.delete(addresses.keys().next().value!)
  }
  return {
    ofAddress: (src) => {
      const known = addresses.get(src)
      return known && now().getTime() - known.at < FRESH ? (files.get(known.hash) ?? null) : null
    },
    ofFile: (hash) => files.get(hash) ?? null,
    keep: (hash, reading, src) => {
      files.set(hash, reading)
      if (files.size > MOST) files.delete(files.keys().next().value!)
      if (src !== null) link(src, hash)
    },
    link,
  }
}
