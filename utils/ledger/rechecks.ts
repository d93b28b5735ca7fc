import { hostOf } from '../address.ts'
import { PlainError } from '../errors.ts'
import type { Issue, Recheck } from '../types/issue.ts'
import type { RecheckItem, RecheckJob, RecheckState } from '../types/recheck.ts'
import type { LedgerDb } from './db.ts'
import { sameAddress } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'
import { reopened } from './rebound.ts'
import type { NewShot } from './record.ts'

/** So many finished re-checks are kept to be looked at again; every result also stands in its issue. */
const KEPT = 20

/** What was found at one issue's place, with a picture where one was taken. */
export interface FoundAgain {
  issueId: string
  found: Recheck
  /** The result in a sentence, Chinese: for the history. */
  reason: string
  picture: NewShot | null
}

/**
 * Starts a re-check of issues. @throws PlainError where another one is not finished, or there is nothing to look at
 */
export async function startRecheck(
  { db, now, newId }: Ledger,
  wanted: Pick<RecheckJob, 'scope' | 'name' | 'withShots'>,
  issues: readonly Issue[],
): Promise<RecheckJob> {
  if (issues.length === 0) throw new PlainError({ key: 'recheck.error.nothing' })
  const job: RecheckJob = { ...wanted, id: newId(), state: 'running', startedAt: now().toISOString(), endedAt: null, total: issues.length, tabId: null }
  const items = issues.map((issue): RecheckItem => itemOf(job.id, issue))
  await db.transaction('rw', db.rechecks, db.recheckItems, async () => {
    const unfinished = await db.rechecks.where('state').anyOf('running', 'paused').first()
    if (unfinished) throw new PlainError({ key: 'recheck.error.busy' })
    await forgetOld(db)
    await db.rechecks.add(job)
    await db.recheckItems.bulkAdd(items)
  })
  return job
}

function itemOf(jobId: string, { id, number, url }: Issue): RecheckItem {
  return { id: `${jobId}/${id}`, jobId, issueId: id, number, url, page: sameAddress(url), host: hostOf(url), done: 0, found: null, settled: null }
}

async function forgetOld(db: LedgerDb): Promise<void> {
  const ids = (await db.rechecks.orderBy('id').primaryKeys()).slice(0, 1 - KEPT)
  for (const jobId of ids) await db.recheckItems.where('id').startsWith(`${jobId}/`).delete()
  await db.rechecks.bulkDelete(ids)
}

/** The newest re-check; null before the first. */
export async function newestRecheck(db: LedgerDb): Promise<RecheckJob | null> {
  return (await db.rechecks.orderBy('id').last()) ?? null
}

/** What is still to be looked at, page by page in the order of the issues' numbers. */
export async function pagesLeft(db: LedgerDb, jobId: string): Promise<RecheckItem[][]> {
  const items = await db.recheckItems.where('[jobId+done]').equals([jobId, 0]).sortBy('number')
  const pages = new Map<string, RecheckItem[]>()
  for (const item of items) {
    const page = pages.get(item.page)
    if (page) page.push(item)
    else pages.set(item.page, [item])
  }
  return [...pages.values()]
}

export function itemsOf(db: LedgerDb, jobId: string): Promise<RecheckItem[]> {
  return db.recheckItems.where('id').startsWith(`${jobId}/`).sortBy('number')
}

/** Running, paused, stopped or done; of a job that ended nothing changes any more. */
export async function setRecheckState({ db, now }: Pick<Ledger, 'db' | 'now'>, jobId: string, state: RecheckState): Promise<void> {
  await db.transaction('rw', db.rechecks, async () => {
    const job = await db.rechecks.get(jobId)
    if (!job || job.state === 'stopped' || job.state === 'done') return
    const over = state === 'stopped' || state === 'done'
    await db.rechecks.put({ ...job, state, endedAt: over ? now().toISOString() : null })
  })
}

/** Names the tab in which pages are opened, so that the background knows it for ours; null when it is closed. */
export async function setRecheckTab(db: LedgerDb, jobId: string, tabId: number | null): Promise<void> {
  await db.rechecks.update(jobId, { tabId })
}

/** True for a tab that a re-check opened: no person reads in it. */
export async function isRecheckTab(db: LedgerDb, tabId: number): Promise<boolean> {
  return (await db.rechecks.filter((job) => job.tabId === tabId).count()) > 0
}

/**
 * Keeps what one page showed of its issues, all of it or nothing: result, history, picture, and that they were looked at.
 * An issue that was looked at in this job before is left as it is, so that a job killed in the middle doubles nothing.
 * A closed issue that is found again is opened again (反弹).
 */
export async function keepFound(ledger: Ledger, jobId: string, results: readonly FoundAgain[]): Promise<void> {
  const { db, newId, reader } = ledger
  const by = await reader()
  await db.transaction('rw', db.issues, db.events, db.shots, db.recheckItems, async () => {
    for (const { issueId, found, reason, picture } of results) {
      const item = await db.recheckItems.get(`${jobId}/${issueId}`)
      if (!item || item.done === 1) continue
      await db.recheckItems.put({ ...item, done: 1, found })
      const issue = await db.issues.get(issueId)
      if (!issue || issue.deletedAt !== null) continue
      const shots = await withShot(db, issue, picture, found.at)
      const looked: Issue = { ...issue, shots, recheck: found, updatedAt: found.at }
      if (issue.status === 'closed' && found.result === 'standing') {
        await reopened(ledger, looked, { by, at: found.at, eventId: newId(), reason })
        continue
      }
      const changes = { recheck: [issue.recheck?.result ?? null, found.result] as [unknown, unknown] }
      await db.events.add({ id: newId(), issueId, at: found.at, by, kind: 'recheck', changes, reason })
      await db.issues.put(looked)
    }
  })
}

async function withShot(db: LedgerDb, issue: Issue, picture: NewShot | null, takenAt: string): Promise<Issue['shots']> {
  if (!picture) return issue.shots
  const { shot, outlines } = picture
  if (!(await db.shots.get(shot.hash))) await db.shots.add(shot)
  // A mended address changes nothing that one sees: the same picture again, stored once, is evidence all the same.
  return [...issue.shots, { hash: shot.hash, takenAt, outlines, role: 'after' }]
}
