import type { Phrase } from '../types/phrase.ts'

/** Expected: no issue belongs into what was asked for. Nothing was written. */
export class NothingToExport extends Error {
  readonly says: Phrase = { key: 'lists.error.nothing' }
  override name = 'NothingToExport'
}

/** Expected: the ZIP would pass the 4 GiB or 65,535 files that its format without extensions can count. Nothing was called done. */
export class TooLargeToExport extends Error {
  readonly says: Phrase = { key: 'lists.error.too-large' }
  override name = 'TooLargeToExport'
}
