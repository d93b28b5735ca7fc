import { alone, stopIf, type OnProgress } from '../../ledger/backup/work.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { beginSharing, deviceOfLedger, keepRemote } from '../../ledger/sharing/device.ts'
import { leaveLink } from '../../ledger/sharing/links.ts'
import type { ExchangeDone } from '../../types/team-package.ts'
import type { SharedDoc } from '../../types/team.ts'
import { applyDocs, BATCH, lookAhead, type Ahead } from '../apply.ts'
import { hashesIn } from '../changes.ts'
import type { PackedPage, PackedShot } from '../../ledger/backup/manifest.ts'
import { apart, isIssue } from '../put-away.ts'
import { keepLines } from './lines.ts'
import { keepMaker } from './makers.ts'
import type { ExchangeDeps } from './preview.ts'
import { readPage, readPart, readShot, type Exchange } from './read.ts'
import { becomeAnother } from './twin.ts'
import { noOutcome, sumUp } from './sum.ts'

/** What saved pages are (RFC 2557). */
const MHTML = 'multipart/related'
/** Pictures put in one transaction, in bytes. */
const PUT_BYTES = 16 * 1024 * 1024

/**
 * Merges a package into the ledger, after `previewExchange` has found it whole. In steps, each wholly done or not at all, and each picture
 * before the issue that shows it; cancelled or killed in between, what came is merged, and the same package taken once more does the rest.
 * Taken twice it changes nothing.
 * @throws ExchangeRefused where the file changed meanwhile, an AbortError when cancelled, and the browser's error when the disk is full
 */
export function takeExchange(deps: ExchangeDeps, given: Exchange, onProgress?: OnProgress, signal?: AbortSignal): Promise<ExchangeDone> {
  return alone(async () => {
    const { db, now, random } = deps
    const { manifest } = given
    await beginSharing(db, { now, random, as: 'joiner', taken: [...manifest.marks, manifest.mark] })
    await becomeAnother(deps, manifest)
    await keepLines(db, manifest.links ?? {}, (await deviceOfLedger(db))!.device)
    await keepMaker(db, manifest)
    const total = manifest.parts.reduce((sum, { docs }) => sum + docs, 0)
    const [outcome, files, archived] = [noOutcome(), filesOf(db, given), [] as SharedDoc[]]
    const merge = async (docs: readonly SharedDoc[], ahead?: Ahead) => {
      for (let at = 0; at < docs.length; at += BATCH) {
        const batch = docs.slice(at, at + BATCH)
        sumUp(outcome, await applyDocs({ db, now }, batch.map((doc) => ({ doc })), { from: 'package', ...(ahead ? { ahead } : {}) }))
      }
    }
    let done = 0
    for (const part of manifest.parts) {
      const docs = await readPart(given, part)
      let next = lookAhead(docs.slice(0, BATCH))
      for (let at = 0; at < docs.length; at += BATCH) {
        stopIf(signal)
        const [batch, ahead] = [docs.slice(at, at + BATCH), await next]
        // reckoned while this one is stored
        next = lookAhead(docs.slice(at + BATCH, at + 2 * BATCH))
        const parted = await apart(db, batch)
        archived.push(...parted.archived)
        await files.put(parted.rest)
        await merge(parted.rest, ahead)
        onProgress?.({ stage: 'merge', done: (done += batch.length), total })
      }
    }
    await merge(archived.filter(isIssue))
    const { rest: resumed } = await apart(db, archived)
    await files.put(resumed)
    await merge(resumed.filter((doc) => !isIssue(doc)))
    await leaveLink(db, deps)
    await keepRemote(db, 'imported', now().toISOString())
    const { added, changed, deleted, returned, clashes } = outcome
    return { added, changed, deleted, returned: returned.length, clashes: new Set(clashes).size, pictures: files.count() }
  })
}

/** Pictures and saved pages that documents name, that came along, and that are not here; never one that was covered. */
function filesOf(db: LedgerDb, given: Exchange) {
  const shots = new Map(given.manifest.shots.map((shot) => [shot.hash, shot]))
  const pages = new Map(given.manifest.pages.map((page) => [page.hash, page]))
  let put = 0
  const putShots = async (wanted: readonly PackedShot[]) => {
    let [rows, bytes]: [Parameters<typeof db.shots.bulkPut>[0][number][], number] = [[], 0]
    for (const [at, shot] of wanted.entries()) {
      const { hash, type, width, height } = shot
      rows.push({ hash, image: new Blob([await readShot(given, shot)], { type }), thumbnail: null, width, height })
      bytes += shot.bytes
      if (bytes < PUT_BYTES && at < wanted.length - 1) continue
      await db.shots.bulkPut(rows)
      put += rows.length
      ;[rows, bytes] = [[], 0]
    }
  }
  const putPage = async (page: PackedPage) => {
    await db.savedPages.put({ hash: page.hash, file: new Blob([await readPage(given, page)], { type: MHTML }) })
    put += 1
  }
  return {
    count: () => put,
    put: async (docs: readonly SharedDoc[]) => {
      const named = hashesIn(docs)
      const burnt = new Set(await db.burnt.where(':id').anyOf(named.shots).primaryKeys())
      const here = new Set([...(await db.shots.where(':id').anyOf(named.shots).primaryKeys()), ...(await db.savedPages.where(':id').anyOf(named.pages).primaryKeys())])
      await putShots(named.shots.flatMap((hash) => (burnt.has(hash) || here.has(hash) ? [] : (shots.get(hash) ?? []))))
      for (const page of named.pages.flatMap((hash) => (here.has(hash) ? [] : (pages.get(hash) ?? [])))) await putPage(page)
    },
  }
}
