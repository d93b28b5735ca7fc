/** A county's working day, with ledgers in this process and a server on loopback, and what one document weighs. */
import 'fake-indexeddb/auto'
import { editIssue, setStatus } from '../../../utils/ledger/change.ts'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import { sha256 } from '../../../utils/ledger/backup/work.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { changedDocs } from '../../../utils/team/changes.ts'
import type { TeamAccount } from '../../../utils/team/couch/account.ts'
import { createEngine, type Engine } from '../../../utils/team/couch/engine.ts'
import { foundSpace, joinSpace, type SpaceDeps } from '../../../utils/team/couch/space.ts'
import type { Row } from '../../../utils/ledger/sharing/kinds.ts'
import { partsOfId } from '../../../utils/ledger/sharing/kinds.ts'
import type { CouchServer } from '../../couch/server.ts'
import { issueOf } from './core.ts'

/** What went over the line, counted at the PCs. */
export interface Traffic {
  requests: number
  /** Of them those by which the server stores something, be it only how far a PC is. */
  writes: number
  up: number
  down: number
}

interface Pc extends SpaceDeps {
  account: TeamAccount
  engine: Engine
}

let serial = 0

function pcAt(server: CouchServer, database: string, traffic: Traffic): Pc {
  const mine = String(++serial).padStart(2, '0')
  const account: TeamAccount = { server: server.url, database, user: server.user, password: server.password, unitIds: null, pictures: 'demand' }
  let ids = 0
  const deps: SpaceDeps = {
    db: new LedgerDb(`province-${mine}`), now: () => new Date(), newId: () => `01PROV${mine}${String(++ids).padStart(18, '0')}`, reader: async () => `读网员${mine}`,
    random: (bytes) => crypto.getRandomValues(bytes),
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const body = init.body
      traffic.requests++
      if (init.method === 'PUT' || init.method === 'DELETE' || input.endsWith('/_bulk_docs')) traffic.writes++
      traffic.up += body instanceof Blob ? body.size : typeof body === 'string' ? Buffer.byteLength(body) : 0
      const bytes = init.method === 'HEAD' ? null : await response.arrayBuffer()
      traffic.down += bytes?.byteLength ?? 0
      return new Response(bytes && response.status !== 204 ? bytes : null, response)
    },
  }
  const engine = createEngine({ ...deps, account: async () => account, alone: (work) => work(), wait: async () => undefined, chance: Math.random })
  return { ...deps, account, engine }
}

async function pass({ engine }: Pc): Promise<void> {
  const status = await engine.run(true)
  if (status?.says) throw new Error(status.says.key)
}

/** An issue from its recording to its end, as an office writes it; with a picture where there is one. */
async function life(pc: Pc, n: number, picture: number): Promise<void> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const image = new Blob([bytes, new Uint8Array(Math.max(0, picture - bytes.length))], { type: 'image/png' })
  const hash = await sha256(new Uint8Array(await image.arrayBuffer()))
  const given = { ...issueOf(n), description: `“通知公告”栏目下的附件链接打不开（返回 404），已连续 ${n % 9} 天`, suggestion: '请核对附件是否仍在原位置，修复链接或撤下附件', basis: '《政府网站与政务新媒体检查指标》单项否决 3' }
  const { id } = await recordIssue(pc, given, picture > 0 ? { shot: { hash, image, thumbnail: null, width: 1280, height: 800 }, outlines: [{ x: 120, y: 340, width: 300, height: 24, label: '死链' }] } : null)
  const look = { at: new Date().toISOString(), url: given.url, shot: picture > 0 ? hash : null, zoom: 1, browser: 'Chrome 120', referrer: given.parentUrl, scrollX: 0, scrollY: 300, viewportWidth: 1280, viewportHeight: 720, pageHeight: 4300, ratio: 1, status: 200, lastModified: null, html: `<a href="${given.quote}" target="_blank">附件：培训回执.doc</a>`.repeat(4) }
  await pc.db.evidence.put({ issueId: id, looks: [look], pages: [] })
  await editIssue(pc, id, { note: '已电话告知单位' })
  await setStatus(pc, id, 'fixed', '单位回复已更换附件，现场看过')
  await setStatus(pc, id, 'closed', '')
}

/** A page that was read: a line of the reading round and a line of the duty log. */
async function readPage({ db, newId }: Pc, n: number): Promise<void> {
  const url = `http://www.qinghe.gov.cn/zwgk/tzgg/t20261118_${n}.html`
  const [at, id] = [new Date().toISOString(), newId()]
  const reading: Row = { id: `2026-W47 ${id}`, week: '2026-W47', url, address: url.slice(7), host: 'www.qinghe.gov.cn', site: 'www.qinghe.gov.cn', siteName: '青禾县人民政府', kind: 'article', title: '关于开展机关工作人员培训的通知', columnName: '通知公告', columnId: 'c1', columnKeys: ['id c1'], unitId: 'u1', unitName: '青禾县教育和体育局', day: at.slice(0, 10), readAt: at, freshness: { state: 'fresh', class: 'notice' }, blank: false, laterPage: false, letters: 0, waiting: [], blocks: [], findings: [{ check: 'links/dead', count: 1 }] }
  const visit: Row = { id, day: at.slice(0, 10), shift: 'morning', startedAt: at, endedAt: at, reader: '王小青', title: String(reading['title']), url, address: url.slice(7), columnId: 'c1', unitId: 'u1', dwell: 40, parts: [{ id: 'body', seconds: 40 }], note: '', deletedAt: null }
  await db.readings.put(reading as never)
  await db.visits.put(visit as never)
}

/** Documents, and bytes of them as the server gets them, by kind. */
export type Weights = Record<string, { count: number; bytes: number }>

export interface CountyDay {
  weights: Weights
  /** A pass with nothing new, one PC. */
  idle: Traffic
  /** A pass that sends an edit of one issue, and one that hears of it. */
  write: Traffic
  hear: Traffic
  /** The whole day, all PCs, without looks with nothing new. */
  work: Traffic
  /** A PC that joins in the evening. */
  late: Traffic
  pictures: number
}

/** @param issues recorded that day by all; @param pages read that day by each; @param every one issue in so many has a picture */
export async function countyDay(server: CouchServer, database: string, { pcs, issues, pages, picture, every }: { pcs: number; issues: number; pages: number; picture: number; every: number }): Promise<CountyDay> {
  const traffic: Traffic = { requests: 0, writes: 0, up: 0, down: 0 }
  const all = Array.from({ length: pcs }, () => pcAt(server, database, traffic))
  const reset = () => Object.assign(traffic, { requests: 0, writes: 0, up: 0, down: 0 })
  await foundSpace(all[0]!, all[0]!.account, '青禾县')
  for (const one of all.slice(1)) await joinSpace(one, one.account)
  for (let times = 0; times < 2; times++) for (const one of all) await pass(one)
  await pass(all[0]!)
  reset()
  await pass(all[0]!)
  const idle = { ...traffic }
  reset()
  let pictures = 0
  for (let n = 0; n < Math.max(issues, pages); n++) {
    const one = all[n % pcs]!
    if (n < issues) {
      const shown = n % every === 0
      pictures += shown ? 1 : 0
      await life(one, n, shown ? picture : 0)
    }
    if (n < pages) for (const each of all) await readPage(each, n)
    // as a page does it: some seconds after each edit who edited, and who hears of it by a long poll
    if (n < issues) for (const each of [one, ...all.filter((other) => other !== one)]) await pass(each)
  }
  for (let times = 0; times < 2; times++) for (const one of all) await pass(one)
  const work = { ...traffic }
  reset()
  await editIssue(all[0]!, issueOf(0).id, { note: '再看一次' })
  await pass(all[0]!)
  const write = { ...traffic }
  reset()
  await pass(all[1]!)
  const hear = { ...traffic }
  const weights: Weights = {}
  for await (const docs of changedDocs(all[0]!.db, { since: null, unitIds: null })) for (const doc of docs) add(weights, partsOfId(doc._id).kind, Buffer.byteLength(JSON.stringify(doc)))
  const shots = (await server.direct('GET', `${database}/_all_docs?include_docs=true&startkey=%22shot:%22&endkey=%22shot:~%22`)).body as unknown as { rows: { doc: object }[] }
  for (const { doc } of shots.rows) add(weights, 'shot', Buffer.byteLength(JSON.stringify(doc)))
  reset()
  const newcomer = pcAt(server, database, traffic)
  await joinSpace(newcomer, newcomer.account)
  await pass(newcomer)
  return { weights, idle, write, hear, work, late: { ...traffic }, pictures }
}

function add(weights: Weights, kind: string, bytes: number): void {
  const known = (weights[kind] ??= { count: 0, bytes: 0 })
  known.count++
  known.bytes += bytes
}
