import type { DutyDay, DutyMonth, LoggedVisit } from '../../utils/types/duty.ts'
import type { Overview } from '../../utils/types/overview.ts'
import type { RoundFacts, RoundRow } from '../../utils/types/round-facts.ts'
import type { Round } from '../../utils/types/round.ts'
import { TODAY } from './samples.ts'

const LONG = '青禾县农业农村局（县乡村振兴局、县动物卫生监督所、县农业综合行政执法大队）'

export const WEEK: Round = { id: '2026-W47', kind: 'week', name: '', from: '2026-11-16', to: '2026-11-22', closedAt: null }
export const QUARTER: Round = { id: '2026-Q4', kind: 'quarter', name: '', from: '2026-10-01', to: '2026-12-31', closedAt: null }
export const SPAN: Round = { id: '01SPAN00000000000000000001', kind: 'span', name: '国庆节前专项检查', from: '2026-09-20', to: '2026-09-30', closedAt: '2026-09-30T09:00:00.000Z' }

export const ROUND_ROWS: RoundRow[] = [
  { round: QUARTER, current: true, visits: 1240, issues: 86 },
  { round: WEEK, current: true, visits: 143, issues: 12 },
  { round: SPAN, current: false, visits: 310, issues: 21 },
]

const stop = (n: number) => ({ id: `c${n}`, name: ['动态要闻', '通知公告', '政策解读', '重大决策预公开征求意见及结果反馈'][n % 4]!, class: (['news', 'notice', 'interpretation', 'statutory'] as const)[n % 4]!, limitDays: [14, 183, 183, null][n % 4]!, url: `http://www.qinghe.gov.cn/c${n}/` })

export const FACTS: RoundFacts = {
  round: WEEK, current: true, pages: 118, visits: 143, dwell: 4 * 3600 + 25 * 60, days: 4,
  readers: [{ name: '王小青', pages: 90, visits: 101, dwell: 11_400, findings: 37 }, { name: '', pages: 40, visits: 42, dwell: 4500, findings: 9 }],
  found: 12, closed: 7,
  coverage: {
    known: 238, read: 161,
    unread: [
      { unitId: 'u1', unit: LONG, columns: Array.from({ length: 8 }, (_, n) => stop(n)) },
      { unitId: 'u2', unit: '青禾县教育和体育局', columns: [stop(0), stop(2)] },
      { unitId: null, unit: '', columns: [stop(3)] },
    ],
  },
}

const day = (n: number, change: Partial<DutyDay> = {}): DutyDay => {
  const date = `2026-11-${String(n).padStart(2, '0')}`
  const rest = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
  const ahead = date > TODAY
  return {
    day: date, kind: rest ? 'rest' : 'work', holiday: '', morning: ahead ? 0 : rest ? 1 : 4, afternoon: ahead || rest ? 0 : 6, pages: ahead ? 0 : 9, dwell: ahead ? 0 : 1500,
    findings: 3, issues: 1, readers: ['王小青'], missing: [], state: ahead ? 'ahead' : 'done', note: '', ...change,
  }
}

export const DUTY: DutyMonth = {
  month: '2026-11', asked: 34, done: 30,
  days: Array.from({ length: 30 }, (_, n) => day(n + 1)).map((one) => {
    if (one.day === '2026-11-01') return day(1, { state: 'before', morning: 0, pages: 0 })
    if (one.day === '2026-11-07') return day(7, { kind: 'make-up', morning: 2, afternoon: 3 })
    if (one.day === '2026-11-08') return day(8, { kind: 'holiday', holiday: '国庆节、中秋节', morning: 0, pages: 0, missing: ['once'], state: 'gap' })
    if (one.day === '2026-11-10') return day(10, { morning: 0, missing: ['morning'], state: 'gap' })
    if (one.day === '2026-11-12') return day(12, { morning: 0, afternoon: 0, pages: 0, missing: ['morning', 'afternoon'], state: 'gap', note: '机房停电' })
    return one
  }),
}

export const VISITS: LoggedVisit[] = Array.from({ length: 4 }, (_, n) => ({
  id: `v${n}`, day: '2026-11-10', shift: n < 3 ? 'afternoon' as const : 'morning' as const, startedAt: `2026-11-10T0${6 + n}:12:00.000Z`, endedAt: `2026-11-10T0${6 + n}:14:00.000Z`,
  reader: n === 1 ? '' : '王小青', unitId: 'u1', unitName: n === 2 ? LONG : '青禾县教育和体育局', site: 'www.qinghe.gov.cn', siteName: '青禾县人民政府', columnName: '动态要闻', columnId: 'c1',
  title: n === 3 ? '' : '关于印发《青禾县2026年度“一老一小”整体解决方案重点任务分工》的通知_青禾县人民政府门户网站', kind: 'article', url: n === 3 ? '' : `http://www.qinghe.gov.cn/t${n}.html`, address: `www.qinghe.gov.cn/t${n}.html`,
  dwell: n * 47, parts: [], findings: n, by: n === 3 ? 'hand' : 'page', note: n === 3 ? '用手机读' : '', deletedAt: null, issues: n === 2 ? 1 : 0, handled: 0,
}))

const week = (n: number) => ({ week: `2026-W${36 + n}`, from: new Date(Date.UTC(2026, 7, 31 + n * 7)).toISOString().slice(0, 10), to: new Date(Date.UTC(2026, 8, 6 + n * 7)).toISOString().slice(0, 10), found: (n * 7) % 17, closed: (n * 5) % 13, standing: 20 + ((n * 11) % 23) })

export const OVERVIEW: Overview = {
  today: TODAY, total: 1286, open: 143, overdue: 21, dueThisWeek: 9, closed: 1102, closedDue: 68, closedInTime: 61,
  kinds: [['links/dead', 48], ['freshness/column-overdue', 31], ['wording/form', 22], ['structure/blank-column', 12], ['manual/wording', 9], ['wording/privacy', 6]].map(([kind, count]) => ({ kind: String(kind), count: Number(count) })),
  units: [['u1', LONG, 41, 9], ['u2', '青禾县教育和体育局', 33, 4], ['u3', '青禾县卫生健康局', 21, 0], ['u4', '青禾县人民政府办公室', 18, 6], ['', '', 7, 2]].map(([unitId, name, count, overdue]) => ({ unitId: String(unitId), name: String(name), count: Number(count), overdue: Number(overdue) })),
  weeks: Array.from({ length: 12 }, (_, n) => week(n)),
  columns: { fresh: 171, 'due-soon': 14, overdue: 23, unknown: 22, exempt: 8 },
  accounts: { fresh: 11, 'due-soon': 2, overdue: 3, unknown: 1, closed: 2 },
}
