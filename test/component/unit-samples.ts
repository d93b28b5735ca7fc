import type { UnitLine, UnitSheet, UnitTrend } from '../../utils/types/unit.ts'
import { FRESH, issue, UNITS } from './samples.ts'

const counts = [
  { open: 12, overdue: 3, fixed: 2, closed: 1204 },
  { open: 4, overdue: 1, fixed: 0, closed: 33 },
  { open: 0, overdue: 0, fixed: 0, closed: 0 },
  { open: 7, overdue: 0, fixed: 5, closed: 18 },
]

export const LINES: UnitLine[] = UNITS.map((unit, at) => ({ unit, ...counts[at]! }))

const found = [3, 5, 2, 0, 4, 6, 1, 2]
const mended = [0, 2, 4, 1, 3, 5, 2, 1]

export const TREND: UnitTrend = {
  mended: 30,
  inTime: 26,
  weeks: found.map((count, at) => ({ from: `2026-${at < 1 ? '09-28' : ['10-05', '10-12', '10-19', '10-26', '11-02', '11-09', '11-16'][at - 1]}`, found: count, mended: mended[at]! })),
}

const column = (n: number, name: string, exemption: string | null = null) => ({
  id: `c${n}`, name, prefix: 'www.qinghe.gov.cn/zwgk/bmdt/', unitId: 'u1', class: n === 0 ? ('news' as const) : ('personnel' as const), deadlineDays: null, exemption,
})

export const SHEET: UnitSheet = {
  line: LINES[0]!,
  trend: TREND,
  pressing: [1, 7, 8].map((n) => issue(n, { status: 'open' })),
  columns: [
    { column: column(0, '部门动态'), readOn: '2026-11-20', freshness: FRESH.overdue },
    { column: column(1, '人事信息', '机构合并'), readOn: null, freshness: null },
  ],
  accounts: [
    {
      number: 1, state: 'overdue', ageDays: 20, limitDays: 14, overDays: 6, says: { key: 'indicators.account.state.overdue' }, overdue: { key: 'indicators.account.none' },
      account: { id: 'a', platform: 'weixin', name: '青禾发布', owner: '青禾县人民政府办公室', unitId: 'u1', url: null, address: null, deadlineDays: null, lastUpdate: '2026-11-01', status: 'active', note: '' },
    },
  ],
  replies: { fixed: 5, working: 2, cannot: 0, disputed: 1, without: 0, none: 4 },
}
