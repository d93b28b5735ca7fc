import type { Day, PageKind } from './reading.ts'

/** 班次: 上午 (before noon in Asia/Shanghai) or 下午. */
export type Shift = 'morning' | 'afternoon'

/** Time that one showing of a page adds to a visit. */
export interface VisitPart {
  /** ULID that the page chose when it was shown. */
  id: string
  /** Seconds so far; a later report replaces an earlier one and is never smaller. */
  seconds: number
}

/** One line of the 读网记录: a page that a person read, without a word of what it said. */
export interface Visit {
  /** ULID. */
  id: string
  /** Day and shift in which it began, Asia/Shanghai. */
  day: Day
  shift: Shift
  /** Instants, ISO 8601 UTC. */
  startedAt: string
  endedAt: string
  /** 读网人, as the settings named the reader then; '' where no name was given. */
  reader: string
  unitId: string | null
  unitName: string
  /** As `PageLog.site`. */
  site: string
  siteName: string
  columnName: string
  /** Id of the roster's column whose own first page this is. */
  columnId: string | null
  title: string
  kind: PageKind
  url: string
  /** The address with which two visits of one page are known as such. */
  address: string
  /** Seconds in which the page could be seen and someone was there. */
  dwell: number
  /** Of which `dwell` is the sum. */
  parts: VisitPart[]
  /** Suspicions shown when it was left, those waved aside left out. */
  findings: number
  /** Logged by itself, or entered by hand (read on a phone). */
  by: 'page' | 'hand'
  note: string
  /** Set when deleted: it is shown and counted nowhere, and can be taken back. */
  deletedAt: string | null
}

/** What a person says of a day's gap (漏读说明). */
export interface DutyNote {
  day: Day
  note: string
}

/** A line that a person enters: read on a phone, or on another machine. */
export interface HandVisit {
  day: Day
  shift: Shift
  reader: string
  unitId: string | null
  /** What was read: site or column. */
  columnName: string
  /** '' where none was given. */
  url: string
  minutes: number
  note: string
}
