import { PlainError, report } from '../../errors.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { keepFound, pagesLeft, setRecheckState } from '../../ledger/rechecks.ts'
import type { Issue } from '../../types/issue.ts'
import type { RecheckItem } from '../../types/recheck.ts'
import { all, lookAt, PAGE_GAP, type Looked, type LookAtDeps } from './look-at.ts'

export interface RunDeps extends LookAtDeps {
  ledger: Ledger
}

/** Hosts that are looked at side by side. */
const HOSTS = 4
/** A host that objects is asked once more after a pause; then it is left alone. */
const BACK_OFF = 5_000
const BACK_OFF_MOST = 30_000
/** Times that a background which went to sleep is asked. */
const MOST_TRIES = 4

/**
 * Works through what is left of a re-check: hosts side by side, the pages of one host one after the other. What is done is in
 * the database page by page, so it may end anywhere and be begun again. Returns when all is looked at, or when a person
 * paused or stopped it, or the signal ends it.
 */
export async function runRecheck(deps: RunDeps, jobId: string, signal: AbortSignal): Promise<void> {
  const { db } = deps.ledger
  const runs = async () => !signal.aborted && (await db.rechecks.get(jobId))?.state === 'running'
  const pages = await pagesLeft(db, jobId)
  const hosts = new Map<string, RecheckItem[][]>()
  for (const page of pages) {
    const host = page[0]!.host
    hosts.set(host, [...(hosts.get(host) ?? []), page])
  }
  const queues = [...hosts.values()]
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) await oneHost(deps, jobId, queue, runs, signal)
  }
  await Promise.all(Array.from({ length: HOSTS }, work))
  if ((await runs()) && (await pagesLeft(db, jobId)).length === 0) await setRecheckState(deps.ledger, jobId, 'done')
}

async function oneHost(deps: RunDeps, jobId: string, pages: readonly RecheckItem[][], runs: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  let objects = false
  for (const [at, page] of pages.entries()) {
    if (!(await runs())) return
    if (at > 0 && !objects) await deps.wait(PAGE_GAP)
    objects = (await onePage(deps, jobId, page, objects, signal)) || objects
  }
}

/** @returns true when the host asked to be left alone */
async function onePage(deps: RunDeps, jobId: string, page: readonly RecheckItem[], leftAlone: boolean, signal: AbortSignal): Promise<boolean> {
  const { ledger, wait } = deps
  const known = await ledger.db.issues.bulkGet(page.map(({ issueId }) => issueId))
  const issues = known.flatMap((issue) => (issue && issue.deletedAt === null ? [issue] : []))
  const gone = page.filter(({ issueId }) => !issues.some(({ id }) => id === issueId)).map(({ issueId }) => ({ id: issueId }))
  if (gone.length > 0) await keepFound(ledger, jobId, all(deps, gone, { result: 'person', says: { key: 'recheck.says.deleted' }, now: '' }).found)
  if (issues.length === 0) return false
  const withShots = (await ledger.db.rechecks.get(jobId))?.withShots ?? false
  const objection = { result: 'person' as const, says: { key: 'recheck.says.host-objects' }, now: '' }
  if (leftAlone) {
    await keepFound(ledger, jobId, all(deps, issues, objection).found)
    return true
  }
  let looked = await looking(deps, issues, withShots, signal)
  if (looked.kind === 'objects') {
    await wait(Math.min(BACK_OFF_MOST, Math.max(BACK_OFF, looked.retryAfter ?? 0)))
    looked = await looking(deps, issues, withShots, signal)
  }
  if (signal.aborted) return false
  const found = looked.kind === 'objects' ? all(deps, issues, objection).found : looked.found
  await keepFound(ledger, jobId, found)
  return looked.kind === 'objects'
}

/** The browser puts the background to sleep now and then; asked again it wakes. Any other failure is this page's alone. */
async function looking(deps: RunDeps, issues: readonly Issue[], withShots: boolean, signal: AbortSignal): Promise<Looked> {
  for (let tries = 1; ; tries++) {
    try {
      return await lookAt(deps, issues, withShots, signal)
    } catch (error) {
      const asleep = error instanceof PlainError && error.says.key === 'app.error.background-gone'
      if (asleep && tries < MOST_TRIES) continue
      if (!signal.aborted && !asleep) report(error)
      return all(deps, issues, { result: 'person', says: { key: 'recheck.says.failed' }, now: '' })
    }
  }
}
