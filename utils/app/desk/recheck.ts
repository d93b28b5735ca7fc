import { captureVisible } from '../../browser/capture.ts'
import { mayCaptureAnywhere, mayRead } from '../../browser/permissions.ts'
import { closeLeftTab } from '../../browser/quiet-tab.ts'
import { storageEstimate } from '../../browser/estimate.ts'
import { openLine } from '../../browser/streams.ts'
import { tabById } from '../../browser/tabs.ts'
import { ask, askPage } from '../../browser/transport.ts'
import { PlainError, report } from '../../errors.ts'
import { sameAddress } from '../../ledger/fingerprint.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { follow, takeBack } from '../../ledger/recheck-settle.ts'
import { issuesToRecheck, type RecheckWish } from '../../ledger/recheck-scope.ts'
import { itemsOf, newestRecheck, setRecheckState, setRecheckTab, startRecheck } from '../../ledger/rechecks.ts'
import { roundsUntil } from '../../ledger/rounds.ts'
import { spaceLevel } from '../../ledger/space.ts'
import { readSettings } from '../../ledger/settings.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { Issue, RecheckResult, Status } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PageCopy, RecheckItem, RecheckJob } from '../../types/recheck.ts'
import { startLinkRound } from '../page/link-round.ts'
import { reasonOf } from '../recheck/look-at.ts'
import { readCopy } from '../recheck/parse.ts'
import { runRecheck } from '../recheck/run.ts'
import { createTabLender } from '../recheck/tab-lender.ts'
import { isOn } from '../site-scope.ts'
import { createTextCheck } from '../text-check.ts'

/** One line of the results; the issue is null where it was deleted. */
export interface RecheckRow {
  item: RecheckItem
  issue: Issue | null
}

/** The newest re-check and so many of its lines. */
export interface RecheckState {
  job: RecheckJob | null
  /** Looked at so far. */
  done: number
  counts: Record<RecheckResult, number>
  rows: RecheckRow[]
  /** Lines of the chosen result that are not shown. */
  more: number
  /** Ids of issues that 全部销号 and 全部退回 would move. */
  closable: string[]
  returnable: string[]
}

/** Two ledger pages never work on one re-check: whoever has this lock does. The browser frees it when the page is closed. */
const LOCK = 'duwang-recheck'
/**
 * Pauses of a re-check in a tab behind others. Chromium lets a chain of timers there run once a minute after five minutes, but
 * only from the fifth on that was set by another. Here the database or the browser answers between any two pauses, which
 * breaks the chain: measured in Chromium past that time, 1 s pauses took 60 s in a chain and 2.2 s at most after a transaction.
 */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What the ledger page sees of re-checks and does with them. The work itself runs in this page: the background may be put to sleep at any moment. */
export function recheckDesk(ledger: Ledger) {
  const { db, now } = ledger
  const today = () => dayInShanghai(now().toISOString())
  const textCheck = createTextCheck(db)
  const work = (jobId: string) => void working(ledger, textCheck, jobId).catch(report)
  let named: readonly string[] = []
  return {
    /** Issues that the list or one issue named for the next re-check. Go to `#/recheck` after it. */
    recheckThese: (ids: readonly string[]): void => void (named = ids),
    recheckNamed: () => named,
    recheck: (wanted: RecheckResult | null, shown: number) => watch(() => stateOf(ledger, wanted, shown)),
    recheckRounds: watch(() => roundsUntil(db, today())),
    recheckCount: (wish: RecheckWish) => watch(async () => (await issuesToRecheck(db, wish, today())).length),
    startRecheck: async (wish: RecheckWish, withShots: boolean): Promise<null> => {
      const issues = await issuesToRecheck(db, wish, today())
      const unit = wish.scope === 'unit' ? await db.units.get(wish.unitId ?? '') : undefined
      const name = wish.scope === 'unit' ? (unit?.name ?? issues[0]?.unitName ?? '') : wish.days ? `${wish.days.from}—${wish.days.to}` : ''
      const job = await startRecheck(ledger, { scope: wish.scope, name, withShots: withShots && (await mayCaptureAnywhere()) }, issues)
      named = []
      work(job.id)
      return null
    },
    pauseRecheck: async (jobId: string): Promise<null> => (await setRecheckState(ledger, jobId, 'paused'), null),
    stopRecheck: async (jobId: string): Promise<null> => (await setRecheckState(ledger, jobId, 'stopped'), null),
    resumeRecheck: async (jobId: string): Promise<null> => {
      await setRecheckState(ledger, jobId, 'running')
      work(jobId)
      return null
    },
    /** A re-check that says it runs while no page works on it was cut off: the browser was closed. It waits for a person. */
    settleRecheck: () => void interrupted(ledger).catch(report),
    /** Follows proposals: 销号 what was mended, 退回 what was only said to be. @returns the sentence */
    followRecheck: async (jobId: string, ids: readonly string[], to: 'closed' | 'open'): Promise<Phrase> => {
      const count = await settle(ledger, jobId, ids, to)
      return { key: to === 'closed' ? 'recheck.closed' : 'recheck.backDone', params: { count } }
    },
    unfollowRecheck: async (jobId: string, ids: readonly string[]): Promise<Phrase> => {
      for (const id of ids) {
        const item = await db.recheckItems.get(`${jobId}/${id}`)
        if (!item?.settled) continue
        await takeBack(ledger, id, item.settled)
        await db.recheckItems.put({ ...item, settled: null })
      }
      return { key: 'recheck.undone' }
    },
  }
}

async function stateOf({ db }: Ledger, wanted: RecheckResult | null, shown: number): Promise<RecheckState> {
  const job = await newestRecheck(db)
  const counts: RecheckState['counts'] = { fixed: 0, standing: 0, changed: 0, unreachable: 0, person: 0 }
  if (!job) return { job, done: 0, counts, rows: [], more: 0, closable: [], returnable: [] }
  const items = await itemsOf(db, job.id)
  const looked = items.filter(({ found }) => found !== null)
  for (const { found } of looked) counts[found!.result]++
  const listed = looked.filter(({ found }) => wanted === null || found!.result === wanted)
  const page = listed.slice(0, shown)
  const issues = await db.issues.bulkGet(page.map(({ issueId }) => issueId))
  const unsettled = (result: RecheckResult) => looked.filter(({ found, settled }) => settled === null && found!.result === result).map(({ issueId }) => issueId)
  const standing = async (ids: string[], test: (status: Status) => boolean) =>
    (await db.issues.bulkGet(ids)).flatMap((issue) => (issue && issue.deletedAt === null && test(issue.status) ? [issue.id] : []))
  return {
    job,
    done: looked.length,
    counts,
    rows: page.map((item, at) => ({ item, issue: issues[at] ?? null })),
    more: listed.length - page.length,
    closable: await standing(unsettled('fixed'), (status) => status === 'open' || status === 'fixed' || status === 'doubtful'),
    returnable: await standing(unsettled('standing'), (status) => status === 'fixed'),
  }
}

async function settle(ledger: Ledger, jobId: string, ids: readonly string[], to: 'closed' | 'open'): Promise<number> {
  const { db } = ledger
  let count = 0
  for (const id of ids) {
    const [issue, item] = await Promise.all([db.issues.get(id), db.recheckItems.get(`${jobId}/${id}`)])
    if (!issue || !item?.found || issue.status === to) continue
    await follow(ledger, issue, to, reasonOf(item.found))
    await db.recheckItems.put({ ...item, settled: issue.status })
    count++
  }
  return count
}

async function interrupted(ledger: Ledger): Promise<void> {
  const job = await newestRecheck(ledger.db)
  if (job?.state !== 'running') return
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await setRecheckState(ledger, job.id, 'paused')
  })
}

async function working(ledger: Ledger, textCheck: ReturnType<typeof createTextCheck>, jobId: string): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const { db, now } = ledger
    await closeLeft(ledger, jobId)
    const lender = createTabLender({
      shown: async () => (await db.rechecks.get(jobId))?.withShots ?? false,
      mayOpen: async (url) => isOn(url, await readSettings(db)) && (await mayRead(url)),
      announce: (tabId) => setRecheckTab(db, jobId, tabId),
    })
    try {
      await runRecheck(
        {
          ledger,
          verdict: { db, today: () => dayInShanghai(now().toISOString()), textCheck },
          fetchPage: copyOf,
          readCopy,
          askLinks,
          modelFindings: (reading) => ask('page.model', { reading: { ...reading, links: [] } }),
          inTab: lender.lend,
          askPage,
          capture: (windowId) => captureVisible(windowId, wait),
          tabById,
          isSpaceFull: async () => spaceLevel(await storageEstimate()) === 'full',
          wait,
        },
        jobId,
        new AbortController().signal,
      )
    } finally {
      await lender.close()
    }
  })
}

/** A page that was closed in the middle of its work left its tab behind. */
async function closeLeft({ db }: Ledger, jobId: string): Promise<void> {
  const job = await db.rechecks.get(jobId)
  if (job?.tabId === null || job === undefined) return
  const pages = new Set((await itemsOf(db, jobId)).map(({ page }) => page))
  await closeLeftTab(job.tabId, (url) => pages.has(sameAddress(url)))
  await setRecheckTab(db, jobId, null)
}

async function copyOf(url: string): Promise<PageCopy> {
  let copy: PageCopy | null = null
  const line = openLine('page.copy', { url }, (item) => (copy = item))
  await line.done
  if (!copy) throw new PlainError({ key: 'app.error.background-gone' })
  return copy
}

/** Asks again whatever was known; the round outlives a background that is put to sleep. */
async function askLinks(pageUrl: string, hrefs: string[]) {
  const round = startLinkRound(hrefs, [], (hrefs, told) => openLine('links.check', { pageUrl, hrefs, force: true }, told), () => undefined)
  await round.done
  return round.verdicts()
}
