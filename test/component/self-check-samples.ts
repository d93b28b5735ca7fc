import type { SelfCheckState } from '../../components/ledger/selfcheck/self-check.ts'
import type { AccountRow, AccountState } from '../../utils/types/account.ts'
import type { CheckState, CountedItem, SelfCheckRow, VetoCounter } from '../../utils/types/round.ts'
import { LONG_TITLE, UNITS } from './samples.ts'

/** Weeks with readings, the newest first. */
export const WEEKS_READ = [
  { week: '2026-W47', from: '2026-11-16', to: '2026-11-22', count: 37, current: true },
  { week: '2026-W46', from: '2026-11-09', to: '2026-11-15', count: 52, current: false },
]

const item = (name: string, ageDays: number | null, onHome = false): CountedItem => ({
  name, url: `http://www.qinghe.gov.cn/${encodeURIComponent(name.slice(0, 9))}/`, day: ageDays === null ? null : '2026-10-11', ageDays, onHome,
})

const counter = (indicator: string, count: number, warnAt: number, limit: number, state: VetoCounter['state'], items: CountedItem[] = [], suspected: CountedItem[] = []): VetoCounter => ({
  indicator, count, warnAt, limit, state, items, suspected, unread: false,
})

const COUNTERS: VetoCounter[] = [
  counter('W-V1.1', 0, 1, 1, 'warn', [], [item(LONG_TITLE, null)]),
  counter('W-V3', 12, 10, 15, 'warn', [item('青禾县人民政府', 12)]),
  counter('W-V4.1', 3, 3, 5, 'warn', [item('部门动态', 41), item('教育动态', 200), item('青禾县优化营商环境和重点项目建设工作动态信息专栏', 60)], [item('政策文件', null), item('通知公告', 200, true)]),
  counter('W-V4.2', 2, 6, 10, 'none', [item('人事信息', 400), item('规划计划', 380)]),
  counter('W-V4.3', 5, 3, 5, 'veto', ['重大决策预公开', '政策解读', '民生实事', '招生计划', '政策问答'].map((name) => item(name, null))),
  { ...counter('W-V5.2', 0, 1, 1, 'none'), unread: true },
  { ...counter('W-V6.2', 0, 3, 5, 'none'), unread: true },
]

const row = (indicator: string, name: string, state: CheckState, key: string, params: Record<string, string | number> = {}, change: Partial<SelfCheckRow> = {}): SelfCheckRow => ({
  indicator, kind: indicator.startsWith('W-V') ? 'veto' : 'deduction', object: '青禾县人民政府', name, rule: `${name}的评分细则，写在这里，一句话或者两句话，说明什么情况算不合格。`, state,
  result: { key: `indicators.result.${key}`, params }, places: [], note: '', byHand: false, ...change,
})

export const CHECK_ROWS: SelfCheckRow[] = [
  row('W-V1.1', '严重表述错误', 'person', 'suspected', { count: 1, examples: LONG_TITLE }, { places: [{ name: LONG_TITLE, url: 'http://www.qinghe.gov.cn/1.html' }] }),
  row('W-V1.2', '泄露国家秘密', 'person', 'person'),
  row('W-V3', '首页不更新', 'pass', 'near-days', { count: 12, limit: 15 }),
  row('W-V4.1', '动态要闻和公告政策栏目不更新', 'unchecked', 'near', { count: 3, limit: 5, examples: '部门动态、通知公告、青禾县优化营商环境和重点项目建设工作动态信息专栏' }),
  row('W-V4.2', '应更新栏目长期不更新', 'unchecked', 'partial', { known: 24, checked: 21 }),
  row('W-V4.3', '空白栏目', 'fail', 'fail', { count: 5, examples: '重大决策预公开、政策解读、民生实事…' }, { places: [{ name: '重大决策预公开', url: 'http://www.qinghe.gov.cn/2/' }, { name: '政策解读', url: 'http://www.qinghe.gov.cn/3/' }] }),
  row('W-V5.2', '留言超过3个月未回应', 'unchecked', 'unchecked'),
  row('W-V6.2', '办事指南要素缺失', 'unchecked', 'unchecked'),
  row('W-D07', '网站标识', 'pass', 'pass', { checked: 1 }),
  row('W-H1', '新版国徽', 'pass', 'byHand', {}, { kind: 'local', byHand: true, note: '11月3日已更换，县政府办公室李青复核' }),
]

export const SELF_CHECK: SelfCheckState = {
  sites: [
    { key: 'www.qinghe.gov.cn', name: '青禾县人民政府', pages: 37 },
    { key: 'dsj.qinghe.gov.cn', name: UNITS[3]?.name ?? '', pages: 0 },
  ],
  site: { key: 'www.qinghe.gov.cn', name: '青禾县人民政府', pages: 37 },
  summary: { site: 'www.qinghe.gov.cn', pages: 37, columns: 21, readAt: '2026-11-20T01:35:00Z', counters: COUNTERS },
  rows: CHECK_ROWS,
  coverage: {
    known: 24,
    unread: [
      { id: 'c1', name: '规划计划', unit: '青禾县发展和改革局', class: 'plan', url: 'http://www.qinghe.gov.cn/zwgk/ghjh/' },
      { id: 'c2', name: '财政预决算', unit: '', class: 'finance', url: 'http://www.qinghe.gov.cn/zwgk/czyjs/' },
      { id: 'c3', name: '青禾县公共资源交易和政府采购信息公开专栏', unit: UNITS[3]?.name ?? '', class: 'statutory', url: 'http://www.qinghe.gov.cn/zwgk/ggzy/' },
    ],
  },
}

const account = (number: number, name: string, state: AccountState, change: Partial<AccountRow['account']> = {}): AccountRow => ({
  number, state, ageDays: 20, limitDays: 14, overDays: state === 'overdue' ? 6 : 0,
  account: { id: `a${number}`, platform: 'weixin', name, owner: UNITS[number % 4]?.name ?? '', unitId: null, url: null, address: null, deadlineDays: null, lastUpdate: '2026-11-01', status: 'active', note: '', ...change },
  says: { key: `indicators.account.state.${state}` },
  overdue: state === 'overdue' ? { key: 'indicators.account.overdue', params: { day: '2026-11-01', age: 20, over: 6 } } : state === 'fresh' ? { key: 'indicators.account.left', params: { day: '2026-11-19', left: 12 } } : { key: 'indicators.account.none' },
})

export const ACCOUNT_ROWS: AccountRow[] = [
  account(1, '青禾教育', 'overdue', { note: '每周三更新' }),
  account(2, '青禾县大数据发展和政务服务管理局政务服务大厅官方账号', 'unknown', { platform: 'douyin', lastUpdate: null }),
  account(3, '爱青禾', 'due-soon', { platform: 'app' }),
  account(4, '青禾发布', 'fresh'),
  account(5, '青禾旧号', 'closed', { platform: 'weibo', status: 'closed' }),
]
