/** What the bench runs in a page: a ledger alone, one that shares, and one that takes in a whole team's work. */
import { LedgerDb } from '../../../utils/ledger/db.ts'
import type { Ledger } from '../../../utils/ledger/ledger.ts'
import { recordIssue, type NewIssue } from '../../../utils/ledger/record.ts'
import { beginSharing, setSending } from '../../../utils/ledger/sharing/device.ts'
import { applyDocs, BATCH, lookAhead } from '../../../utils/team/apply.ts'
import { changedDocs } from '../../../utils/team/changes.ts'
import { pendingDocs } from '../../../utils/team/pending.ts'
import { resendStep } from '../../../utils/team/resend.ts'
import type { Column } from '../../../utils/types/roster.ts'
import type { SharedDoc } from '../../../utils/types/team.ts'

/** `without`: the stamps' layer is taken out; `alone`: it is there and nothing is shared. */
export type Mode = 'without' | 'alone' | 'sharing'

let serial = 0
let ids = 0

async function ledgerOf(mode: Mode): Promise<Ledger> {
  const db = new LedgerDb(`bench-${++serial}-${Math.random()}`)
  if (mode === 'without') db.unuse({ stack: 'dbcore', name: 'stamps' })
  const now = () => new Date()
  if (mode === 'sharing') {
    await beginSharing(db, { now, random: (bytes) => crypto.getRandomValues(bytes), as: 'founder', taken: [] })
    await setSending(db, true, false)
  }
  await db.open()
  return { db, now, newId: () => `01BENCH${String(++ids).padStart(19, '0')}`, reader: async () => '王小青' }
}

/** Milliseconds for 20,000 columns in one transaction, 2,000 at a time, as an import stores them. */
export async function importRoster(mode: Mode): Promise<number> {
  const { db } = await ledgerOf(mode)
  const columns = Array.from({ length: 20_000 }, (_, n): Column => ({ id: `c${String(n).padStart(9, '0')}`, name: `栏目${n}`, prefix: `s${n % 2000}.qinghe.gov.cn/zwgk/c${n}/`, unitId: `u${n % 200}`, class: 'notice', deadlineDays: null, exemption: null }))
  const from = performance.now()
  await db.transaction('rw', db.columns, async () => {
    for (let at = 0; at < columns.length; at += 2000) await db.columns.bulkPut(columns.slice(at, at + 2000))
  })
  const took = performance.now() - from
  await db.delete()
  return took
}

/** Milliseconds of each of some recordings. */
export async function recordSome(mode: Mode, count: number): Promise<number[]> {
  const ledger = await ledgerOf(mode)
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    const from = performance.now()
    await recordIssue(ledger, issueOf(n), null)
    took.push(performance.now() - from)
  }
  await ledger.db.delete()
  return took
}

/** Takes in some issues with a line of history each, 500 at a time, as a server or a package gives them. */
export async function pull(count: number): Promise<{ ms: number; longest: number; blocked: number; pages: number; resent: number }> {
  const from = await ledgerOf('sharing')
  await recordIssue(from, issueOf(0), null)
  const [model, event] = await modelOf(from)
  const { db, now } = await ledgerOf('sharing')
  const watch = watchPage()
  const started = performance.now()
  let pages = 0
  const batchAt = async (at: number) => {
    const docs = Array.from({ length: Math.max(0, Math.min(BATCH / 2, count - at)) }, (_, n) => docsLike(model, event, at + n)).flat()
    const incoming = docs.map((doc) => ({ doc: JSON.parse(JSON.stringify(doc)) as object, rev: '1-a' }))
    return { incoming, ahead: await lookAhead(incoming.map(({ doc }) => doc)) }
  }
  let next = batchAt(0)
  for (let at = 0; at < count; at += BATCH / 2) {
    const { incoming, ahead } = await next
    // as who takes them in does: the next is reckoned while the one before it is stored
    next = batchAt(at + BATCH / 2)
    await applyDocs({ db, now }, incoming, { from: 'server', ahead })
    pages++
  }
  const ms = performance.now() - started
  const { longest, blocked } = watch()
  const again = performance.now()
  await setSending(db, true)
  while (await resendStep(db, now)) continue
  const waiting = await pendingDocs(db, '', 1)
  const resent = performance.now() - again
  if ((await db.issues.count()) !== count || waiting.length !== 1) throw new Error('not all came')
  await db.delete()
  return { ms, longest, blocked, pages, resent }
}

async function modelOf(ledger: Ledger): Promise<[SharedDoc, SharedDoc]> {
  const docs: SharedDoc[] = []
  for await (const some of changedDocs(ledger.db, { since: null, unitIds: null })) docs.push(...some)
  const of = (kind: string) => docs.find((doc) => doc._id.startsWith(kind))!
  return [of('issue:'), of('event:')]
}

function docsLike(model: SharedDoc, event: SharedDoc, n: number): SharedDoc[] {
  const id = `01PULL${String(n).padStart(20, '0')}`
  const url = `http://s${n % 60}.qinghe.gov.cn/zwgk/t${n}.html`
  return [
    { ...event, _id: `event:01EVENT${String(n).padStart(19, '0')}`, values: { ...event.values, issueId: id } },
    { ...model, _id: `issue:${id}`, values: { ...model.values, number: n + 1, url, unitId: { unitId: `u${n % 200}`, unitName: `青禾县第${n % 200}局` } } },
  ]
}

/** How long a click would have to wait while the work goes on: a timer every 10 ms says when it was late. */
function watchPage(): () => { longest: number; blocked: number } {
  let [last, longest, blocked] = [performance.now(), 0, 0]
  const timer = setInterval(() => {
    const late = performance.now() - last - 10
    last = performance.now()
    longest = Math.max(longest, late)
    if (late > 100) blocked++
  }, 10)
  return () => (clearInterval(timer), { longest, blocked })
}

export function issueOf(n: number): NewIssue {
  return {
    id: `01NEW${String(n).padStart(21, '0')}`, severity: 'general', check: 'links/dead', indicator: 'W-D08', unitId: 'u1', unitName: '青禾县教育和体育局',
    siteName: '青禾县人民政府', siteIdCode: '3701990001', columnName: '通知公告', pageTitle: '关于开展培训的通知', url: `http://www.qinghe.gov.cn/zwgk/tzgg/t${n}.html`,
    host: 'www.qinghe.gov.cn', parentUrl: 'http://www.qinghe.gov.cn/zwgk/tzgg/', onHome: false, publishedOn: '2026-11-10', description: '链接打不开',
    quote: 'http://www.qinghe.gov.cn/attach/1.doc', context: '附件：回执', suggestion: '', basis: '', anchor: null, deadline: '2026-11-23',
  }
}
