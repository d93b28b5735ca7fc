import type { Phrase } from '../types/phrase.ts'

/** Expected: the database was written by a newer version of the extension. It was opened by no one and is as it was. */
export class NewerLedger extends Error {
  readonly says: Phrase = { key: 'app.error.newer-ledger' }
  override name = 'NewerLedger'
}

/**
 * What Dexie is given to open databases with. It would open a newer version all the same, and even change it to its own shape:
 * when the browser says that the version is too high, it asks again without a version. That is where we look at it.
 * @param newest the newest version that this program knows; Dexie keeps it times ten, and a little more where it added an index by itself
 */
export function refusingNewer(newest: number): { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } {
  if (typeof indexedDB === 'undefined') return {}
  const real = indexedDB
  const guarded = {
    open: (name: string, version?: number) => (version === undefined ? openUpTo(real, name, newest) : real.open(name, version)),
    deleteDatabase: (name: string) => real.deleteDatabase(name),
    cmp: (a: unknown, b: unknown) => real.cmp(a, b),
    ...('databases' in real && { databases: () => real.databases() }),
  }
  return { indexedDB: guarded as IDBFactory, IDBKeyRange }
}

/** Who asks for the result of opening a newer database is told so; it is closed by then. */
function openUpTo(real: IDBFactory, name: string, newest: number): IDBOpenDBRequest {
  const opening = real.open(name)
  opening.addEventListener('success', () => {
    const { result } = opening
    if (result.version < (newest + 1) * 10) return
    result.close()
    const refuse = () => {
      throw new NewerLedger()
    }
    Object.defineProperty(opening, 'result', { get: refuse })
  })
  return opening
}
