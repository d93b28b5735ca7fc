import { PackageRefused } from '../../ledger/backup/refused.ts'
import type { Phrase } from '../../types/phrase.ts'

/**
 * `foreign`: not our file. `cut`: its end is missing. `damaged`: something in it is not as it was written. `newer`: of a newer version of
 * ours. `unreadable`: the browser cannot read it any more. `password`: the password is another one. `weak`: too short to lock with.
 */
export type ExchangeRefusal = 'foreign' | 'cut' | 'damaged' | 'newer' | 'unreadable' | 'password' | 'weak'

/** Expected: a package that cannot be taken in, or not be locked. Nothing was changed; `says` tells why in one sentence. */
export class ExchangeRefused extends Error {
  readonly reason: ExchangeRefusal
  readonly says: Phrase
  override name = 'ExchangeRefused'

  /** @param where what in the file was wrong: a path of ours, never text of the file */
  constructor(reason: ExchangeRefusal, where = '', options?: ErrorOptions) {
    super(`${reason} ${where}`, options)
    this.reason = reason
    this.says = { key: `team.refused.${reason}`, params: { where } }
  }
}

/** Runs what reads the file as a ZIP: its refusals are told in the words of an exchange. */
export async function inOurWords<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error
    const { reason, says } = error
    throw new ExchangeRefused(reason === 'wrong-kind' ? 'foreign' : reason, String(says.params?.['where'] ?? ''), { cause: error })
  }
}
