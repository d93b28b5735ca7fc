/** First word of the asset: "DWLM". */
export const MAGIC = 0x4d4c5744
export const VERSION = 1
/** Costs are −ln P in twelfths, so that a byte reaches 21. */
export const UNIT = 12
/** Back-off costs are stored with this much added. */
export const BACKOFF_BASE = 24
/** Longest word, in characters. */
export const LONGEST = 8

/** A word's first byte: this bit where it stands in pairs, 3 bits of characters shared with the word before, 4 of new ones. */
export const IN_PAIRS = 128

/** The asset's sections in order; the header holds each one's length in bytes. */
export const SECTIONS = ['chars', 'words', 'unigrams', 'backoff', 'counts', 'followers', 'pairs', 'sounds', 'shapes'] as const

export type Section = (typeof SECTIONS)[number]

/** Numbers of the header, after magic and version and before the sections' lengths. */
export const HEADER = ['chars', 'words', 'lefts', 'pairs'] as const
