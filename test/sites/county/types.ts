import type { Day } from '../../../utils/types/reading.ts'
import type { ColumnClass } from '../../../utils/types/roster.ts'

/** Days as the server counts them: the same page is always "3 days ago". */
export interface Clock {
  /** Today in Asia/Shanghai. */
  today: Day
}

/** What a page is drawn from: whose site, which day, and whether the planted faults are mended. */
export interface Scene {
  clock: Clock
  mended: boolean
  site: CountySite
}

/** One line of a list, ready to print. */
export interface Row {
  title: string
  /** Path, or a whole address when it is another site's. */
  path: string
  day: Day
  pinned: boolean
  id: number
}

export interface Crumb {
  name: string
  path: string
}

/**
 * An article. Texts may hold `{{d -3}}` and the like (see `fill.ts`) and planted slips `{{wrong=>right}}`.
 * A paragraph that starts with `<` is markup, one that starts with `>>` is set to the right.
 */
export interface CountyArticle {
  /** Unique over the county. */
  id: number
  title: string
  /** Days from publication to today. */
  ago: number
  /** The same, once the fault of its column is mended. */
  mendedAgo?: number
  /** Planted: the article page itself shows this day instead (negative: in the future). */
  shownAgo?: number
  /** `HH:MM` of publication. */
  time: string
  source: string
  body: string[]
  /** 发文字号; with it the page shows the 信息公开 table. */
  docNumber?: string
  /** Pinned on top of its column. */
  pinned?: boolean
  /** Exists only once the fault is mended. */
  onlyMended?: boolean
  /** Planted: no PubDate tag. */
  withoutPubDate?: boolean
  /** Planted: a SiteDomain tag that is not the host. */
  siteDomain?: string
}

export type Style = 'trs' | 'ucap' | 'jcms' | 'vsb' | 'nfcms'

export interface CountyColumn {
  /** Number that jcms and VSB carry in addresses. */
  number: number
  name: string
  path: string
  /** Levels between 首页 and the column. */
  parents: Crumb[]
  class: ColumnClass
  /** Who keeps it. */
  unit: string
  style: Style
  /** How its list prints dates. `none` is a planted fault: full once mended. */
  dates: 'full' | 'month-day' | 'none'
  description: string
  keywords: string
  articles: CountyArticle[]
  /** A column that is one page of text: 机构职能 and the like. */
  text?: { ago: number; body: string[] }
  /** Rows that stand on other sites, for a list that collects them. */
  borrowed?: (scene: Scene) => Row[]
  /** Main part of a page that is neither list nor text. */
  draw?: (scene: Scene) => string
  /** What an empty list says. */
  emptyWords?: string
  /** Planted: template residue in ColumnKeywords. */
  residue?: string
  /** 报备: why it need not be updated. */
  exemption?: string
  /** Search, site map and the like: not a column of the roster. */
  apart?: boolean
}

export interface CountySite {
  host: string
  name: string
  /** 网站标识码. */
  code: string
  unit: string
  /** 主办单位 line of the footer. */
  sponsor: string
  phone: string
  address: string
  icp: string
  /** 公安备案: 14 digits. */
  police: string
  /** 党政机关标识: 32 hex digits. */
  conac: string
  encoding: 'utf-8' | 'gbk'
  style: Style
  /** How 找错 stands on its pages. */
  jiucuo: 'script' | 'link'
  columns: CountyColumn[]
}
