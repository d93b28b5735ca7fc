import { isRowTable, partWriter, type RowPart } from './backup/rows.ts'
import type { Snapshot, SnapshotFiles } from './backup/write.ts'

/** What could be read of a database that does not open as it should. */
export interface Rescued {
  /** Version of the database, as Dexie counts. */
  schema: number
  snapshot: Snapshot
  files: SnapshotFiles
  /** Rows and tables that the browser would not give. */
  lost: number
  close: () => void
}

const CHUNK = 200

/**
 * Opens a database as it stands, past our own rules: no version is asked for, so nothing is changed and no newer one is refused;
 * what cannot be read is counted and left. @returns null where the browser gives nothing at all
 */
export async function rescue(name: string): Promise<Rescued | null> {
  const db = await openAsItIs(name)
  if (!db) return null
  const parts: RowPart[] = []
  let hashes: string[] = []
  let pages: string[] = []
  let lost = 0
  const fileOf = <T>(table: string) => async (hash: string) => ((await asked(() => db.transaction(table, 'readonly').objectStore(table).get(hash))) ?? undefined) as T | undefined
  for (const table of Array.from(db.objectStoreNames)) {
    const store = () => db.transaction(table, 'readonly').objectStore(table)
    const keys = await asked(() => store().getAllKeys())
    if (!keys) lost += 1
    else if (table === 'shots') hashes = keys as string[]
    else if (table === 'savedPages') pages = keys as string[]
    else if (isRowTable(table)) {
      const writer = partWriter(table)
      for (let at = 0; at < keys.length; at += CHUNK) {
        const chunk = keys.slice(at, at + CHUNK)
        const range = IDBKeyRange.bound(chunk[0], chunk[chunk.length - 1])
        const rows = (await asked(() => store().getAll(range))) ?? (await oneByOne(chunk, (key) => asked(() => store().get(key))))
        for (const row of rows) {
          if (row === undefined) lost += 1
          else writer.add(row as object)
        }
      }
      parts.push(...writer.end())
    }
  }
  return {
    schema: Math.max(1, Math.floor(db.version / 10)),
    snapshot: { parts, hashes, pages },
    files: { shotOf: fileOf('shots'), pageOf: fileOf('savedPages') },
    lost,
    close: () => db.close(),
  }
}

async function oneByOne(keys: readonly IDBValidKey[], get: (key: IDBValidKey) => Promise<unknown>): Promise<unknown[]> {
  const rows: unknown[] = []
  for (const key of keys) rows.push((await get(key)) ?? undefined)
  return rows
}

/** The answer of one request; null where it fails: what is lost is counted, the rest goes on. */
function asked<T>(request: () => IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      const asking = request()
      asking.addEventListener('success', () => resolve(asking.result))
      asking.addEventListener('error', (event) => {
        event.preventDefault()
        resolve(null)
      })
    } catch {
      resolve(null)
    }
  })
}

/** A database that is not there is not made. */
function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(name)
      opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', (event) => {
        event.preventDefault()
        resolve(null)
      })
    } catch {
      resolve(null)
    }
  })
}
