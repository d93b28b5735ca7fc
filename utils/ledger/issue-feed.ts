import type { Issue } from '../types/issue.ts'
import { idsIn } from './change-log.ts'
import { createColumns, dropDigests, putDigests, type Columns } from './columns.ts'
import type { LedgerDb } from './db.ts'
import { digestOf, type Digest } from './digest.ts'
import { live } from './live.ts'
import { readChunks, readHead, writeSnapshot } from './snapshot.ts'

/** What the list knows of the ledger at one time. */
export interface IssueFeed {
  columns: Columns
  /** False while only the first screen is there. */
  complete: boolean
}

/** Issues of the first screen, which are read by their number before all others. */
const FIRST = 60
/** Time for drawing the first screen, ms. */
const DRAWING_MS = 60
/** So many changes are read one by one at the next opening; more are written into a new snapshot. */
const LOOSE = 500

interface State extends IssueFeed {
  /** Last line of the log that is in the columns. */
  seq: number
  gone: Set<string>
}

/**
 * Keeps all standing issues in memory and tells of every change, in whichever window it was made: the first screen at once,
 * then all, then only what the log of changed issues names.
 * @returns how to stop
 */
export function followIssues(db: LedgerDb, tell: (feed: IssueFeed) => void, fail: (error: unknown) => void): () => void {
  let stopped = false
  let stopTail: (() => void) | null = null
  const start = async () => {
    tell({ columns: await firstScreen(db), complete: false })
    // the first screen is drawn before the rest takes the processor
    await new Promise((resolve) => setTimeout(resolve, DRAWING_MS))
    let state = await load(db)
    if (stopped) return
    tell(state)
    if (!(await addsUp(db, state))) {
      state = await rebuild(db)
      if (stopped) return
      tell(state)
    }
    stopTail = live(
      () => tailOf(db, state.seq),
      (tail) => {
        if (tail.lost) {
          // another window wrote a snapshot and cut the log before this one had read it
          void load(db).then((fresh) => {
            state = fresh
            if (!stopped) tell(fresh)
          }, fail)
        } else if (tail.seq > state.seq) {
          apply(state, tail)
          tell({ columns: state.columns, complete: true })
        }
      },
      fail,
    )
  }
  start().catch(fail)
  return () => {
    stopped = true
    stopTail?.()
  }
}

async function firstScreen(db: LedgerDb): Promise<Columns> {
  const columns = createColumns()
  putDigests(columns, (await newestOf(db)).map(digestOf))
  return columns
}

/** Standing issues with the highest numbers. */
function newestOf(db: LedgerDb): Promise<Issue[]> {
  return db.issues.orderBy('number').reverse().filter(({ deletedAt }) => deletedAt === null).limit(FIRST).toArray()
}

/** Snapshot and what changed since. */
async function load(db: LedgerDb): Promise<State> {
  const { state, loose } = await db.transaction('r', db.issues, db.digests, db.changed, async () => {
    const state = emptyState()
    const head = await readHead(db)
    if (head) {
      await readChunks(db, head, (rows) => putDigests(state.columns, rows))
      Object.assign(state, { seq: head.seq, gone: new Set(head.gone) })
    }
    const tail = await tailOf(db, state.seq)
    apply(state, tail)
    return { state, loose: tail.lines }
  })
  if (loose > LOOSE) await keep(db, state)
  return state
}

/**
 * False where the ledger was filled without its log: a version that had none, a restored file. Then, and where there is no snapshot,
 * the issues themselves are read. Asked after the list was shown, because counting takes its time.
 */
async function addsUp(db: LedgerDb, { columns, gone, seq }: State): Promise<boolean> {
  return db.transaction('r', db.issues, db.changed, async () => {
    // what came in meanwhile is in the log and not yet in the list
    if ((await db.changed.where(':id').above(seq).count()) > 0) return true
    return columns.size + gone.size === (await db.issues.count()) && (await newestOf(db)).every(({ id, updatedAt }) => columns.digests[columns.place.get(id) ?? -1]?.updatedAt === updatedAt)
  })
}

/** All issues, a batch at a time: only the digests stay in memory. */
async function rebuild(db: LedgerDb): Promise<State> {
  const state = await db.transaction('r', db.issues, db.digests, db.changed, async () => {
    const state = emptyState()
    for (let last = ''; ; ) {
      const issues = await db.issues.where(':id').above(last).limit(1000).toArray()
      if (issues.length === 0) break
      last = issues[issues.length - 1]!.id
      take(state, issues)
    }
    // the log may have been cut up to where the snapshot ends
    state.seq = Math.max(Number((await db.changed.orderBy(':id').lastKey()) ?? 0), (await readHead(db))?.seq ?? 0)
    return state
  })
  await keep(db, state)
  return state
}

async function keep(db: LedgerDb, { columns, seq, gone }: State): Promise<void> {
  await writeSnapshot(db, columns.digests, { seq, gone: [...gone] })
}

function emptyState(): State {
  return { columns: createColumns(), complete: true, seq: 0, gone: new Set() }
}

interface Tail {
  seq: number
  /** Changes that the log names. */
  lines: number
  /** Ids that the log names, and the issues that still are. */
  ids: string[]
  issues: Issue[]
  /** True where lines after `seq` are gone from the log. */
  lost: boolean
}

/** What changed after a line of the log. */
async function tailOf(db: LedgerDb, seq: number): Promise<Tail> {
  return db.transaction('r', db.issues, db.digests, db.changed, async () => {
    const head = await readHead(db)
    const lines = await db.changed.where(':id').above(seq).toArray()
    const named = lines.flatMap(idsIn)
    const ids = [...new Set(named)]
    const issues = (await db.issues.bulkGet(ids)).filter((issue) => issue !== undefined)
    return { seq: Math.max(seq, lines[lines.length - 1]?.seq ?? 0), lines: named.length, ids, issues, lost: (head?.seq ?? 0) > seq }
  })
}

function apply(state: State, { seq, ids, issues }: Tail): void {
  const there = new Set(issues.map(({ id }) => id))
  const removed = ids.filter((id) => !there.has(id))
  for (const id of removed) state.gone.delete(id)
  dropDigests(state.columns, removed)
  take(state, issues)
  state.seq = seq
}

function take(state: State, issues: readonly Issue[]): void {
  const standing: Digest[] = []
  const gone: string[] = []
  for (const issue of issues) {
    if (issue.deletedAt === null) {
      state.gone.delete(issue.id)
      standing.push(digestOf(issue))
    } else {
      state.gone.add(issue.id)
      gone.push(issue.id)
    }
  }
  dropDigests(state.columns, gone)
  putDigests(state.columns, standing)
}
