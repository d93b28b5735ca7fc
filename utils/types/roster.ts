import type { Day } from './reading.ts'

/** 栏目类别, which sets the deadline. */
export type ColumnClass =
  | 'news' // 动态、要闻
  | 'notice' // 通知公告
  | 'policy' // 政策文件
  | 'interpretation' // 政策解读
  | 'personnel' // 人事信息
  | 'plan' // 规划计划
  | 'finance' // 财政预决算、统计数据
  | 'guide' // 公开指南、机构职能、领导信息
  | 'statutory' // 法定主动公开
  | 'letters' // 互动留言
  | 'archive' // 历史专题, no deadline
  | 'other'

export const COLUMN_CLASSES: readonly ColumnClass[] = [
  'news', 'notice', 'policy', 'interpretation', 'personnel', 'plan', 'finance', 'guide', 'statutory', 'letters', 'archive', 'other',
]

/** 单位. */
export interface Unit {
  id: string
  name: string
  aliases: string[]
}

/** 网站. `prefix` is its address without scheme: `www.qinghe.gov.cn/`. */
export interface Site {
  id: string
  name: string
  prefix: string
  siteIdCode: string | null
  /** Who runs it; null where pages belong to units by column or source. */
  unitId: string | null
}

/** 栏目. `prefix` as in Site, with the column's path. */
export interface Column {
  id: string
  name: string
  prefix: string
  unitId: string | null
  class: ColumnClass
  /** Own deadline in calendar days, else the class's. */
  deadlineDays: number | null
  /** 报备: why it need not be updated. */
  exemption: string | null
}

/** 台账底册. */
export interface Roster {
  units: Unit[]
  sites: Site[]
  columns: Column[]
}

/** To whom a page belongs, and how that was found. */
export interface Belonging {
  unit: Unit | null
  site: Site | null
  column: Column | null
  by: 'address' | 'source' | null
}

/** A column's state of freshness against its deadline. */
export interface Freshness {
  /** The day it was last updated; null where no date could be read. */
  day: Day | null
  /** Whole days from `day` to today, Asia/Shanghai. */
  ageDays: number | null
  /** Calendar days allowed; null where none applies. */
  limitDays: number | null
  class: ColumnClass
  state: 'fresh' | 'due-soon' | 'overdue' | 'unknown' | 'exempt'
}
