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

export type ReplyRefusal = 'not-xlsx' | 'no-list' | 'too-large' | 'empty'

/** Expected: a file that is no returned list. Nothing was read into the ledger; `says` tells why in one sentence. */
export class ReplyRefused extends Error {
  readonly reason: ReplyRefusal
  readonly says: Phrase
  override name = 'ReplyRefused'

  constructor(reason: ReplyRefusal, params?: Phrase['params'], options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.says = { key: `lists.reply.refused.${reason}`, ...(params && { params }) }
  }
}
