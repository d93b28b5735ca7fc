import type { RecheckRow } from '../../components/ledger/recheck/RecheckLine.tsx'
import type { Issue, Recheck, RecheckResult, Status } from '../../utils/types/issue.ts'
import type { PastIssue, RecheckJob } from '../../utils/types/recheck.ts'
import type { RoundPlace } from '../../utils/types/route.ts'
import { issue, LONG_TITLE, UNITS } from './samples.ts'

export const JOB: RecheckJob = { id: 'j1', scope: 'due', name: '', state: 'running', startedAt: '2026-11-20T01:35:00.000Z', endedAt: null, total: 1286, withShots: true, tabId: null }

const at = '2026-11-20T01:40:00.000Z'
const found = (result: RecheckResult, name: string, params: Recheck['says']['params'] = {}, now = ''): Recheck => ({ at, result, says: { key: `recheck.says.${name}`, params }, now })

/** One line of the results, of an issue that stands at a status. */
export function row(n: number, status: Status, what: Recheck, change: Partial<Issue> = {}, settled: Status | null = null): RecheckRow {
  const one = issue(n, { status, recheck: what, ...change })
  return { item: { id: `j1/${one.id}`, jobId: 'j1', issueId: one.id, number: n, url: one.url, page: one.url, host: one.host, done: 1, found: what, settled }, issue: one }
}

const after = { hash: 'h', takenAt: at, outlines: [], role: 'after' as const }

/** Every result, every step that may follow, long words, and an issue that was deleted meanwhile. */
export const ROWS: RecheckRow[] = [
  row(12, 'open', found('fixed', 'words-mended', { now: '青禾县人民政府' }, '各乡镇人民政府，县政府各部门：经青禾县人民政府研究决定，现将有关事项通知如下。'), { shots: [after] }),
  row(13, 'fixed', found('fixed', 'updated', { day: '2026-11-18', before: '2026-10-11' }, '2026-11-18'), { rebounds: 2 }),
  row(14, 'closed', found('fixed', 'link-opens', {}, 'https://www.qinghe.gov.cn/zwgk/2024/02/very/long/path/without/any/break/t20240911_3080416_attachment_final_version.html'), {}, 'open'),
  row(15, 'fixed', found('standing', 'link-dead', { count: 1, status: 404 }, 'https://www.qinghe.gov.cn/a.html\nhttps://www.qinghe.gov.cn/b.html')),
  row(16, 'open', found('standing', 'still-old', { day: '2026-10-11' }, '2026-10-11'), { description: LONG_TITLE, unitName: UNITS[3]!.name }),
  row(17, 'open', found('changed', 'rewritten', {}, LONG_TITLE)),
  row(18, 'open', found('unreachable', 'page-gone', { status: 404 })),
  row(19, 'open', found('person', 'login')),
  { ...row(20, 'open', found('person', 'deleted')), issue: null },
]

export const COUNTS: Record<RecheckResult, number> = { fixed: 318, standing: 902, changed: 41, unreachable: 12, person: 13 }

const past = (number: number, state: PastIssue['state'], status: Status, change: Partial<PastIssue> = {}): PastIssue => ({
  id: `p${number}`, number, status, state, description: '「青禾县人民政俯」疑为「青禾县人民政府」之误', foundAt: '2026-11-12T01:35:00.000Z', severity: 'serious',
  says: { key: 'recheck.says.words-unchanged' }, now: '', place: { quote: '经研究决定', prefix: '', suffix: '', start: 0, selector: 'main > p' }, ...change,
})

/** 仍在 of two kinds, 已改 of two kinds, 请人工看, 正在看. */
export const PAST: PastIssue[] = [
  past(7, 'standing', 'open'),
  past(8, 'standing', 'fixed', { description: LONG_TITLE, severity: 'general', now: '各乡镇人民政府，县政府各部门：经青禾县人民政俯研究决定，现将有关事项通知如下。' }),
  past(9, 'fixed', 'open', { says: { key: 'recheck.says.words-mended', params: { now: '青禾县人民政府' } }, now: '经青禾县人民政府研究决定' }),
  past(10, 'fixed', 'fixed', { says: { key: 'recheck.says.link-opens', params: { count: 1 } }, severity: 'minor', place: null }),
  past(11, 'look', 'doubtful', { says: { key: 'recheck.says.words-gone' }, severity: 'doubtful', place: null }),
  past(12, 'waiting', 'open', { says: { key: 'recheck.past.waiting' }, severity: 'general', place: null }),
]

export const ROUTE: RoundPlace = {
  route: { at: 11, total: 238, paused: false, stop: { columnId: 'c1', name: '重大决策预公开征求意见及结果反馈', unitName: UNITS[3]!.name, url: 'http://www.qinghe.gov.cn/c1/' } },
  logPaused: false,
}
