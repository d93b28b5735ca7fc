import type { Anchor } from './anchor.ts'
import type { Finding } from './finding.ts'
import type { Issue, Recheck, Status } from './issue.ts'
import type { LinkVerdict } from './link.ts'
import type { Phrase } from './phrase.ts'
import type { PageReading } from './reading.ts'
import type { Freshness } from './roster.ts'

/** What a re-check is asked to look at: 一条 / 所选 / 一个单位 / 本周到期 / 一轮未销号 / 已销号（看有没有反弹）. */
export const RECHECK_SCOPES = ['one', 'selection', 'unit', 'due', 'open', 'closed'] as const

export type RecheckScope = (typeof RECHECK_SCOPES)[number]

/** `paused`: by a person, or because the browser was closed. */
export const RECHECK_STATES = ['running', 'paused', 'stopped', 'done'] as const

export type RecheckState = (typeof RECHECK_STATES)[number]

/** One 复查 of many issues. It lives in the database alone, so that closing the browser loses nothing. */
export interface RecheckJob {
  /** ULID. */
  id: string
  scope: RecheckScope
  /** Name of the unit; '' for other scopes. */
  name: string
  state: RecheckState
  /** Instants, ISO 8601 UTC. */
  startedAt: string
  endedAt: string | null
  total: number
  /** Pages are opened in a window of their own and photographed where something was mended. */
  withShots: boolean
  /** The tab that pages are being opened in: nothing that it shows is a person's reading. */
  tabId: number | null
}

/** One issue of a job. */
export interface RecheckItem {
  /** `<job>/<issue>`. */
  id: string
  jobId: string
  issueId: string
  number: number
  /** Address of the page, as recorded. */
  url: string
  /** The same page under its many addresses (`sameAddress`): each is fetched once. */
  page: string
  host: string
  /** 1 when it was looked at: an index knows no truth values. */
  done: 0 | 1
  /** Null while it was not looked at. */
  found: Recheck | null
  /** Status before a person followed the proposal; null before that. */
  settled: Status | null
}

/** A page as a re-check sees it. */
export interface PageSight {
  reading: PageReading
  /** All that the checks find now, also what was waved aside: 忽略 mends nothing. */
  findings: readonly Finding[]
  freshness: Freshness
  /** Fresh verdicts on the addresses that matter, by address as the page has it. */
  links: Readonly<Record<string, LinkVerdict>>
  /** True for a page open in a tab; false for a fetched copy, in which nothing was laid out and no script ran. */
  live: boolean
}

/** What a re-check proposes for one issue. */
export interface RecheckVerdict extends Pick<Recheck, 'result' | 'says' | 'now'> {
  /** Where that stands on the page now, for the screenshot. */
  place: Anchor | null
  /** False where only the page in a tab can tell. */
  sure: boolean
}

/** A page as it was fetched for a re-check. `objects`: the host wants to be left alone. */
export type PageCopy =
  | { kind: 'page'; html: string; final: string; whole: boolean }
  /** Nothing that a re-check may rest on; `open` where a browser's tab may get further. */
  | { kind: 'none'; result: 'unreachable' | 'person'; says: Phrase; open: boolean }
  | { kind: 'objects'; status: number; retryAfter: number | null }

/** What the page needs to know of an issue that was recorded on it before. */
export type PastPage = Pick<
  Issue,
  'id' | 'mark' | 'number' | 'status' | 'check' | 'quote' | 'anchor' | 'context' | 'description' | 'pageTitle' | 'columnName' | 'onHome' | 'foundAt' | 'severity'
>

/** An issue of an earlier visit, as its page shows it. */
export interface PastIssue extends Pick<Issue, 'id' | 'mark' | 'number' | 'status' | 'description' | 'foundAt' | 'severity'> {
  /** 上次发现，仍在 / 已改 / 请人工看 / links that are still being asked for. */
  state: 'standing' | 'fixed' | 'look' | 'waiting'
  says: Phrase
  now: string
  place: Anchor | null
}
