import type { Phrase } from '../types/phrase.ts'

export type RefusalReason = 'empty' | 'spreadsheet' | 'old-excel' | 'locked' | 'not-xlsx' | 'other-spreadsheet' | 'not-text' | 'too-large' | 'missing-field' | 'no-rows' | 'no-accounts'

/** Expected: a file that cannot be a roster. Nothing was imported; `says` tells why in one sentence. */
export class RosterRefused extends Error {
  readonly reason: RefusalReason
  readonly says: Phrase
  override name = 'RosterRefused'

  constructor(reason: RefusalReason, params?: Phrase['params'], options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.says = { key: `roster.refused.${reason}`, ...(params && { params }) }
  }
}
