import type { Issue, IssueEvent, Status } from '../../../utils/types/issue.ts'

/** An invented issue; what a test is about stands in `given`. */
export function issue(number: number, given: Partial<Issue> = {}): Issue {
  return {
    id: `01JCZ0000000000000000${String(number).padStart(5, '0')}`,
    number,
    status: 'open',
    severity: 'general',
    check: 'freshness/column-overdue',
    indicator: 'W-V4',
    unitId: 'u-jy',
    unitName: '青禾县教育和体育局',
    siteName: '青禾县人民政府门户网站',
    siteIdCode: '3799000001',
    columnName: '教育动态',
    pageTitle: '教育动态_青禾县人民政府',
    url: 'https://www.qinghe.gov.cn/jydt/index.html',
    host: 'www.qinghe.gov.cn',
    parentUrl: 'https://www.qinghe.gov.cn/',
    onHome: false,
    publishedOn: '2026-09-30',
    description: '“教育动态”栏目已 48 天没有更新，超过 14 天的时限。',
    quote: '2026-09-30',
    context: '关于做好秋季学期工作的通知 2026-09-30',
    suggestion: '尽快更新，或者合并、下线这个栏目。',
    basis: '《政府网站与政务新媒体检查指标》栏目不更新',
    anchor: null,
    shots: [],
    foundAt: '2026-11-17T01:05:00.000Z',
    foundBy: '何青',
    deadline: '2026-11-20',
    note: '', reply: null, recheck: null, rebounds: 0,
    fingerprint: `f-${number}`,
    duplicateOf: null,
    deletedAt: null,
    updatedAt: '2026-11-17T01:05:00.000Z',
    ...given,
  }
}

/** A change of status, as the ledger writes it. */
export function statusEvent(issueId: string, at: string, from: Status, to: Status, by = '何青'): IssueEvent {
  return { id: `e-${at}`, issueId, at, by, kind: 'status', changes: { status: [from, to] }, reason: '' }
}
