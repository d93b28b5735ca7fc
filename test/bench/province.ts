/**
 * `npm run bench -- province`: what a province would ask of a CouchDB cluster, reckoned from documents and requests that a county's working
 * day makes here, against a server on loopback. What is assumed stands in `PROVINCE`; all else is measured. Its table stands in the README
 * by hand, among the architecture: it is no speed that is promised.
 */
import { loadavg } from 'node:os'
import { POLL_MS } from '../../utils/team/couch/engine.ts'
import { freshName, startCouch } from '../couch/server.ts'
import { createReport } from './report.ts'
import { countyDay, type Weights } from './team-lab/province.ts'

const PROVINCE = {
  sites: 3_000, people: 1_500, issuesAYear: 200_000,
  /** A team space a county and year. */
  counties: 130, days: 250,
  /** Pages that one person reads on a working day, and hours for which a page of ours is open; else there is an alarm every five minutes of eight hours. */
  pagesADay: 30, openHours: 3, alarmMinutes: 5, hours: 8,
  /** Pictures an issue (found, and after it was mended), bytes each. */
  pictures: 1.5, pictureBytes: 300_000,
  /** Share of a day's work in its busiest hour. */
  busiest: 0.25,
  nodes: 3,
  /** What CouchDB keeps of a document beside its JSON after compaction: revisions, two trees. An assumption, on the high side. */
  overhead: 2,
}

const day = { pcs: 12, issues: Math.round(PROVINCE.issuesAYear / PROVINCE.days / PROVINCE.counties), pages: 10, picture: PROVINCE.pictureBytes, every: 1 }
const report = createReport('province')
report.note(`load before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
const server = await startCouch({ validates: false, strict: false })
try {
  const { weights, idle, write, hear, work, late } = await countyDay(server, freshName(), day)
  const of = (kind: string) => weights[kind] ?? { count: 0, bytes: 0 }
  const perIssue = sum(weights, ['issue', 'event', 'evidence']), perPage = sum(weights, ['reading', 'visit'])
  const issues = of('issue').count
  const pages = day.pcs * day.pages
  const read = PROVINCE.people * PROVINCE.pagesADay * PROVINCE.days
  const docs = PROVINCE.issuesAYear * (perIssue.count / issues + PROVINCE.pictures) + read * (perPage.count / pages)
  const shotDoc = of('shot').bytes / Math.max(1, of('shot').count)
  const json = PROVINCE.issuesAYear * (perIssue.bytes / issues + PROVINCE.pictures * shotDoc) + read * (perPage.bytes / pages)
  const files = PROVINCE.issuesAYear * PROVINCE.pictures * PROVINCE.pictureBytes
  // who writes: a page that was read, and some four steps of an issue's life; who hears: whoever has a page of ours open
  const steps = PROVINCE.people * PROVINCE.pagesADay + (PROVINCE.issuesAYear / PROVINCE.days) * 4
  const hearers = (PROVINCE.people / PROVINCE.counties - 1) * (PROVINCE.openHours / PROVINCE.hours)
  const polls = PROVINCE.people * PROVINCE.openHours * (3_600_000 / POLL_MS)
  const alarms = PROVINCE.people * (PROVINCE.hours - PROVINCE.openHours) * (60 / PROVINCE.alarmMinutes)
  // while its page is closed a PC hears with an alarm of all that came since the one before: of something, nearly each time
  const news = 1 - Math.exp(-steps / PROVINCE.counties / ((PROVINCE.hours * 60) / PROVINCE.alarmMinutes))
  const pictures = (PROVINCE.issuesAYear / PROVINCE.days) * PROVINCE.pictures
  const requests = steps * write.requests + steps * hearers * (hear.requests + 1) + polls + alarms * (news * hear.requests + (1 - news) * idle.requests) + pictures * 3
  const writes = steps * write.writes + (steps * hearers + alarms * news) * hear.writes + pictures * 2
  const up = (json + files) / PROVINCE.days, down = up * hearers + steps * hearers * hear.down
  const GB = 1e9
  const figures: [string, number, string][] = [
    ['an issue from found to closed: documents', round(perIssue.count / issues + 1, 1), ''],
    ['the same, JSON without pictures', round(perIssue.bytes / issues / 1000, 1), 'kB'],
    ['a page that was read: documents', round(perPage.count / pages, 1), ''],
    ['the same, JSON', round(perPage.bytes / pages / 1000, 1), 'kB'],
    ['a look with nothing new: requests', idle.requests, ''],
    ['an edit sent: requests', write.requests, ''],
    ['of them that write', write.writes, ''],
    ['an edit heard of: requests', hear.requests, ''],
    ['of them that write', hear.writes, ''],
    [`a county's day (${day.pcs} PCs, ${issues} issues, ${pages} pages): requests of working passes`, work.requests, ''],
    ['the same, sent and received', round((work.up + work.down) / 1e6, 1), 'MB'],
    ['a PC that joins in the evening, pictures on demand', round(late.down / 1000, 0), 'kB'],
    ['documents a year', round(docs / 1e6, 1), 'million'],
    ['of them of issues', round((PROVINCE.issuesAYear * (perIssue.count / issues + PROVINCE.pictures)) / 1e6, 1), 'million'],
    ['JSON a year', round(json / GB, 1), 'GB'],
    ['pictures a year', round(files / GB, 0), 'GB'],
    [`disk a node and year (${PROVINCE.nodes} nodes, n=3: each holds all)`, round((json * PROVINCE.overhead + files) / GB, 0), 'GB'],
    ['requests a day', round(requests / 1e6, 1), 'million'],
    ['requests a second in the busiest hour, whole cluster', round((requests * PROVINCE.busiest) / 3600, 0), ''],
    ['of them that write', round((writes * PROVINCE.busiest) / 3600, 0), ''],
    ['long polls open at once', round(PROVINCE.people * (PROVINCE.openHours / PROVINCE.hours), 0), ''],
    ['received from PCs a day', round(up / GB, 2), 'GB'],
    ['passed on between nodes a day', round((up * (PROVINCE.nodes - 1)) / GB, 1), 'GB'],
    ['sent to PCs a day at most', round(down / GB, 1), 'GB'],
    ["a county's space after a year: documents", round(docs / PROVINCE.counties / 1000, 0), 'thousand'],
  ]
  for (const [metric, value, unit] of figures) report.figure({ metric: `kind ${metric}`, value, unit })
  report.note(`assumed: ${JSON.stringify(PROVINCE)}`)
} finally {
  await server.stop()
}
report.note(`load after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
report.end()

function sum(weights: Weights, kinds: readonly string[]): { count: number; bytes: number } {
  return kinds.reduce((all, kind) => ({ count: all.count + (weights[kind]?.count ?? 0), bytes: all.bytes + (weights[kind]?.bytes ?? 0) }), { count: 0, bytes: 0 })
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
