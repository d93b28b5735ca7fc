import type { Phrase } from '../types/phrase.ts'

/** Expected: the database was written by a newer version of the extension. It was opened by no one and is as it was. */
export class NewerLedger extends Error {
  readonly says: Phrase = { key: 'app.error.newer-ledger' }
  override name = 'NewerLedger'
}

/**
 * What Dexie is given to open databases with. It would open a newer version all the same, and even change it to its own shape:
 * when the browser says that the version is too high, it asks again without a version. That is where we stop it.
 */
export function refusingNewer(): { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } {
  if (typeof indexedDB === 'undefined') return {}
  const real = indexedDB
  const guarded = {
    open: (name: string, version?: number) => {
      if (version === undefined) throw new NewerLedger()
      return real.open(name, version)
    },
    deleteDatabase: (name: string) => real.deleteDatabase(name),
    cmp: (a: unknown, b: unknown) => real.cmp(a, b),
    ...('databases' in real && { databases: () => real.databases() }),
  }
  return { indexedDB: guarded as IDBFactory, IDBKeyRange }
}
