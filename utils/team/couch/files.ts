import type { LedgerDb } from '../../ledger/db.ts'
import { sha256 } from '../../ledger/backup/work.ts'
import { partsOfId } from '../../ledger/sharing/kinds.ts'
import { asTheyCame } from '../../ledger/sharing/stamps.ts'
import type { DocId, SharedDoc } from '../../types/team.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Couch, CouchDoc } from './client.ts'
import { CouchFailure } from './failure.ts'
import { noteLacking, unwantFile, wantedFiles } from './state.ts'

export interface FileDeps {
  db: LedgerDb
  couch: Couch
  step?: () => void
}

const FILES = 6

/** A slow line of an office still carries this much a second. */
const BYTES_A_SECOND = 20_000

function limitOf(bytes: number): number {
  return 60_000 + (bytes / BYTES_A_SECOND) * 1000
}

/**
 * Sends a picture or a saved page, named by its hash, unless the server has it: first the document that tells its size, then the bytes.
 * @returns why the server does not take it; null where it has it now, or there is nothing (any more) to send
 */
export async function sendFile({ db, couch }: FileDeps, doc: SharedDoc): Promise<Phrase | null> {
  const { kind, key } = partsOfId(doc._id)
  const blob = kind === 'shot' ? (await db.shots.get(key))?.image : (await db.savedPages.get(key))?.file
  if (!blob || (await db.burnt.get(key)) || (await couch.hasFile(doc._id, blob.size))) return null
  try {
    await couch.putFile(doc._id, await putOrFind(couch, { ...doc }), blob, limitOf(blob.size))
  } catch (error) {
    if (!(error instanceof CouchFailure)) throw error
    if (error.kind === 'too-large') return { key: 'team.couch.notTaken.largeFile', params: { kb: Math.round(blob.size / 1024) } }
    // somebody else sends the same picture just now
    if (error.kind !== 'conflict' || !(await couch.hasFile(doc._id, blob.size))) throw error
  }
  return null
}

/** @returns the revision that stands there. @throws CouchFailure; `conflict` where a node of a cluster refuses what another does not know yet */
async function putOrFind(couch: Couch, doc: CouchDoc): Promise<string> {
  try {
    return await couch.put(doc)
  } catch (error) {
    const there = error instanceof CouchFailure && error.kind === 'conflict' ? await couch.get(doc._id) : null
    if (there?._rev === undefined) throw error
    return there._rev
  }
}

/** Fetches what is still wanted. Wherever it is cut off, the rest stays wanted. @returns how many came */
export async function fetchWanted(deps: FileDeps): Promise<number> {
  return (await fetchFiles(deps, await wantedFiles(deps.db))).length
}

/**
 * Fetches pictures and saved pages. What the server does not have, or has with other bytes than its name says, is left out.
 * @param ids `shot:<hash>`, `page:<hash>`
 * @returns those that are here now
 */
export async function fetchFiles(deps: FileDeps, ids: readonly DocId[]): Promise<DocId[]> {
  const here: DocId[] = []
  for (let at = 0; at < ids.length; at += FILES) {
    const some = ids.slice(at, at + FILES)
    const sizes = new Map((await deps.couch.fetchDocs(some)).map(({ _id, values }) => [_id, values as Record<string, unknown> | undefined]))
    const came = await Promise.all(some.map((id) => fetchFile(deps, id, sizes.get(id) ?? {})))
    here.push(...some.filter((_, n) => came[n]))
    deps.step?.()
  }
  return here
}

async function fetchFile({ db, couch }: FileDeps, id: DocId, { type, bytes, width, height }: Record<string, unknown>): Promise<boolean> {
  const { kind, key } = partsOfId(id)
  const burnt = (await db.burnt.get(key)) !== undefined
  const given = burnt ? null : await couch.getFile(id, limitOf(typeof bytes === 'number' ? bytes : 0))
  const blob = given && new Blob([given], { type: typeof type === 'string' ? type : given.type })
  const sound = blob !== null && (await sha256(new Uint8Array(await blob.arrayBuffer()))) === key
  await db.transaction('rw', db.shots, db.savedPages, db.team, async (change) => {
    asTheyCame(change)
    if (sound && kind === 'page') await db.savedPages.put({ hash: key, file: blob })
    else if (sound && !(await db.shots.get(key))) await db.shots.put({ hash: key, image: blob, thumbnail: null, width: numberOf(width), height: numberOf(height) })
    await (sound || burnt ? unwantFile : noteLacking)(db, id)
  })
  return sound
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
