import type { Finding, Severity } from '../../utils/types/finding.ts'
import type { Glance } from '../../utils/types/glance.ts'
import type { Issue, IssueEvent } from '../../utils/types/issue.ts'
import type { Freshness, Unit } from '../../utils/types/roster.ts'

/** A county that does not exist. */
export const UNITS: Unit[] = [
  { id: 'u1', name: '青禾县人民政府办公室', aliases: ['县政府办', '县政府办公室'] },
  { id: 'u2', name: '青禾县教育和体育局', aliases: ['县教体局'] },
  { id: 'u3', name: '青禾县住房和城乡建设局', aliases: [] },
  { id: 'u4', name: '青禾县大数据发展和政务服务管理局（青禾县公共资源交易监督管理办公室）', aliases: ['县大数据局', '县政务服务局', '县公管办'] },
]

export const LONG_TITLE =
  '青禾县人民政府办公室关于印发《青禾县优化营商环境进一步激发市场主体活力若干措施（2026—2028年）》及其任务分工清单、责任分解表和第三季度落实情况的通知'

const anchor = (quote: string) => ({ quote, prefix: '', suffix: '', start: 0, selector: 'main > p' })

export const FINDINGS: Finding[] = [
  finding('f1', 'freshness/column-overdue', 'general', { key: 'sample.overdue', params: { name: '部门动态', days: 41 } }, '2026-10-11', 0.9),
  finding('f2', 'wording/protected', 'serious', { key: 'sample.word', params: { wrong: '青禾县人民政俯', right: '青禾县人民政府' } }, '经青禾县人民政俯研究决定，现将有关事项通知如下', 0.95),
  finding('f3', 'links/dead', 'general', { key: 'sample.dead' }, 'https://www.qinghe.gov.cn/zwgk/2024/02/very/long/path/without/any/break/t20240911_3080416_attachment_final_version.html', 0.9),
  finding('f4', 'wording/personal/phone', 'serious', { key: 'sample.phone' }, '138****0000', 0.8),
  finding('f5', 'wording/doubt', 'doubtful', { key: 'sample.doubt', params: { word: '截止目前' } }, '截止目前，全县共完成投资……', 0.5),
  finding('f6', 'wording/minor', 'minor', { key: 'sample.word', params: { wrong: '帐号', right: '账号' } }, '请关注政务新媒体帐号', 0.9),
]

function finding(id: string, check: string, severity: Severity, says: Finding['says'], evidence: string, confidence: number): Finding {
  const basis = { 'links/dead': 'basisLink', 'freshness/column-overdue': 'basisUpdate', 'wording/personal/phone': 'basisPrivacy' }[check] ?? 'basisWord'
  const right = says.params?.right
  return {
    id, check, indicator: null, severity, says, evidence, confidence,
    basis: { key: `sample.${basis}` },
    suggestion: right ? { key: 'sample.use', params: { right } } : check === 'wording/personal/phone' ? { key: 'sample.mask' } : null,
    anchor: anchor(evidence),
  }
}

export const FRESH: Record<Freshness['state'], Freshness> = {
  fresh: { day: '2026-11-18', ageDays: 3, limitDays: 14, class: 'news', state: 'fresh' },
  'due-soon': { day: '2026-11-09', ageDays: 12, limitDays: 14, class: 'news', state: 'due-soon' },
  overdue: { day: '2026-10-11', ageDays: 41, limitDays: 14, class: 'news', state: 'overdue' },
  unknown: { day: null, ageDays: null, limitDays: 14, class: 'news', state: 'unknown' },
  exempt: { day: '2024-03-01', ageDays: 995, limitDays: null, class: 'archive', state: 'exempt' },
}

export type Ready = Extract<Glance, { state: 'ready' }>

/** A page that has been read; `change` makes it another. */
export function ready(change: Partial<Ready> = {}): Ready {
  return {
    state: 'ready',
    pending: false,
    url: 'https://www.qinghe.gov.cn/zwgk/bmdt/',
    host: 'www.qinghe.gov.cn',
    title: '部门动态_青禾县人民政府',
    belonging: { unit: UNITS[0] ?? null, site: null, column: null, by: 'address' },
    columnName: '部门动态',
    freshness: FRESH.overdue,
    date: { day: '2026-10-11', source: 'list', quote: '2026-10-11', confidence: 0.9 },
    findings: FINDINGS,
    recorded: { f2: 12 },
    links: { total: 120, done: 34, alive: 31, dead: 2, unsure: 1, paused: false, waiting: [{ host: 'www.qinghe.gov.cn', left: 80 }, { host: 'zwfw.renliziyuan.qinghe.gov.cn', left: 6 }] },
    past: [],
    unchecked: [{ key: 'sample.frames' }, { key: 'sample.pdf' }],
    ...change,
  }
}

/** An issue of the made-up county; `n` varies it. */
export function issue(n: number, change: Partial<Issue> = {}): Issue {
  const checks = ['freshness/column-overdue', 'links/dead', 'wording/protected', 'wording/personal/phone', 'manual/function']
  const unit = UNITS[n % (UNITS.length + 1)]
  return {
    id: `01SAMPLE${String(n).padStart(8, '0')}`,
    number: n,
    status: (['open', 'open', 'fixed', 'closed', 'doubtful', 'false-alarm', 'no-action'] as const)[n % 7] ?? 'open',
    severity: (['serious', 'general', 'minor', 'doubtful'] as const)[n % 4] ?? 'general',
    check: checks[n % checks.length] ?? 'links/dead',
    indicator: 'W-V4',
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? '',
    siteName: '青禾县人民政府',
    siteIdCode: '0000000000',
    columnName: '部门动态',
    pageTitle: n % 3 === 0 ? LONG_TITLE : '关于2026年秋季学期义务教育阶段招生工作的通告',
    url: 'https://www.qinghe.gov.cn/zwgk/bmdt/202611/t20261118_100236.html',
    host: 'www.qinghe.gov.cn',
    parentUrl: 'https://www.qinghe.gov.cn/zwgk/bmdt/',
    onHome: false,
    publishedOn: '2026-11-18',
    description: n % 4 === 0 ? `「青禾县人民政俯」疑为「青禾县人民政府」之误；${LONG_TITLE}` : '链接打不开：服务器答复 404，页面不存在',
    quote: n % 5 === 4 ? '' : '经青禾县人民政俯研究决定，现将有关事项通知如下',
    context: '各乡镇人民政府，县政府各部门：经青禾县人民政俯研究决定，现将有关事项通知如下。',
    suggestion: '改为「青禾县人民政府」',
    basis: '国办秘函〔2019〕19号：严重表述错误（疑似，须人工判定）',
    anchor: null,
    shots: [],
    foundAt: '2026-11-20T01:35:00.000Z',
    foundBy: '王读网',
    deadline: n % 6 === 5 ? null : ['2026-11-19', '2026-11-21', '2026-11-22', '2026-12-01'][n % 4] ?? null,
    note: '', reply: null, recheck: null, rebounds: 0,
    fingerprint: `fp${n}`,
    duplicateOf: null,
    deletedAt: null,
    updatedAt: '2026-11-20T01:35:00.000Z',
    ...change,
  }
}

export const TODAY = '2026-11-21'

export const EVENTS: IssueEvent[] = [
  { id: 'e1', issueId: 'x', at: '2026-11-18T01:35:00Z', by: '王读网', kind: 'recorded', changes: {}, reason: '' },
  { id: 'e2', issueId: 'x', at: '2026-11-18T02:00:00Z', by: '王读网', kind: 'edited', changes: { severity: ['general', 'serious'], note: ['', '已电话告知县教体局'] }, reason: '' },
  { id: 'e3', issueId: 'x', at: '2026-11-20T16:30:00Z', by: '李复查', kind: 'status', changes: { status: ['open', 'fixed'] }, reason: '页面已改正，见新截图' },
]
