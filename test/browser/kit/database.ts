import type { Shot } from '../../../utils/types/issue.ts'

/** What stands in the extension's database. These functions are handed to a page of the extension's own, so they use nothing from outside. */

/** All rows of a store. */
export async function readAll<T>(store: string): Promise<T[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
    open.addEventListener('error', () => reject(open.error))
  })
  const rows = await new Promise<T[]>((resolve, reject) => {
    const all = db.transaction(store).objectStore(store).getAll()
    all.addEventListener('success', () => resolve(all.result as T[]))
    all.addEventListener('error', () => reject(all.error))
  })
  db.close()
  return rows
}

/** Puts rows of another PC in place of those that stand, by store: a browser profile that was copied. */
export async function replaceAll(stores: Record<string, unknown[]>): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
    open.addEventListener('error', () => reject(open.error))
  })
  const change = db.transaction(Object.keys(stores), 'readwrite')
  const done = new Promise<void>((resolve, reject) => {
    change.addEventListener('complete', () => resolve())
    change.addEventListener('abort', () => reject(change.error))
  })
  for (const [name, rows] of Object.entries(stores)) {
    change.objectStore(name).clear()
    for (const row of rows) change.objectStore(name).put(row)
  }
  await done
  db.close()
}

/** A stored screenshot; `intact` when the bytes still have the hash they are stored under. */
export interface StoredShot {
  hash: string
  size: number
  width: number
  height: number
  intact: boolean
}

/** Every stored screenshot. */
export async function readShots(): Promise<StoredShot[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
    open.addEventListener('error', () => reject(open.error))
  })
  const rows = await new Promise<Shot[]>((resolve, reject) => {
    const all = db.transaction('shots').objectStore('shots').getAll()
    all.addEventListener('success', () => resolve(all.result as Shot[]))
    all.addEventListener('error', () => reject(all.error))
  })
  db.close()
  const sha256 = async (image: Blob) => {
    const digest = await crypto.subtle.digest('SHA-256', await image.arrayBuffer())
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  return Promise.all(rows.map(async ({ hash, image, width, height }) => ({ hash, size: image.size, width, height, intact: (await sha256(image)) === hash })))
}
