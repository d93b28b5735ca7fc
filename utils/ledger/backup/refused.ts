import type { Phrase } from '../../types/phrase.ts'

/** `foreign`: not our file. `cut`: its end is missing. `damaged`: something in it is not as it was written. `newer`: of a newer version of ours. */
export type PackageRefusal = 'foreign' | 'cut' | 'damaged' | 'newer' | 'unreadable' | 'wrong-kind'

/** Expected: a file that cannot be restored from. Nothing was changed; `says` tells why in one sentence. */
export class PackageRefused extends Error {
  readonly reason: PackageRefusal
  readonly says: Phrase
  override name = 'PackageRefused'

  /** @param where what in the file was wrong: a path of ours, never text of the file */
  constructor(reason: PackageRefusal, where = '', options?: ErrorOptions) {
    super(`${reason} ${where}`, options)
    this.reason = reason
    this.says = { key: `storage.refused.${reason}`, params: { where } }
  }
}
