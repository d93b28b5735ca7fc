import type { Anchor } from './anchor.ts'
import type { Area, Drawing, ShotKind } from './drawing.ts'
import type { Severity } from './finding.ts'
import type { Phrase } from './phrase.ts'
import type { Day } from './reading.ts'
import type { Came } from './team.ts'

/** 待整改 / 已整改 / 已销号 / 误报 / 存疑 / 无需整改. */
export type Status = 'open' | 'fixed' | 'closed' | 'false-alarm' | 'doubtful' | 'no-action'

export const STATUSES: readonly Status[] = ['open', 'fixed', 'closed', 'false-alarm', 'doubtful', 'no-action']

/** A frame drawn over a screenshot, in pixels of the picture. */
export interface Outline {
  x: number
  y: number
  width: number
  height: number
  label: string
}

/** What a unit says of its work (整改情况): 已整改 / 整改中 / 无法整改 / 有异议. */
export const REPLY_STATES = ['fixed', 'working', 'cannot', 'disputed'] as const

export type ReplyState = (typeof REPLY_STATES)[number]

/** A unit's answer (回收): what it wrote into its list. */
export interface Reply {
  /** 整改措施. */
  measures: string
  /** 整改情况. */
  state: ReplyState | null
  /** 整改时间. */
  fixedOn: Day | null
  /** 责任人. */
  person: string
}

/** What a re-check says: 已整改 / 未整改 / 原文已变请人工看 / 页面打不开 / 需人工. It proposes; a person closes. */
export const RECHECK_RESULTS = ['fixed', 'standing', 'changed', 'unreachable', 'person'] as const

export type RecheckResult = (typeof RECHECK_RESULTS)[number]

/** One look at the place of an issue again (复查). */
export interface Recheck {
  /** Instant, ISO 8601 UTC. */
  at: string
  result: RecheckResult
  /** Why, in a sentence. */
  says: Phrase
  /** What the place says now; '' where there is nothing to show. */
  now: string
}

/** A screenshot as an issue refers to it; the picture itself is stored once, by hash. */
export interface ShotRef {
  /** SHA-256 of the original file, hex. */
  hash: string
  /** Instant, ISO 8601 UTC. */
  takenAt: string
  outlines: Outline[]
  /** `after`: taken once the place was mended, to stand beside the first. Absent: it shows what was found. */
  role?: 'after'
  /** Absent: the visible part of the window. */
  kind?: ShotKind
  /** What a person drew over it. */
  drawings?: Drawing[]
  /** Where it shows personal data: covered in what is exported, unless a person wants otherwise. */
  personal?: Area[]
  /** 图注: what the picture shows, in a person's words. */
  caption?: string
  /** Something was covered for good: this picture has no untouched original any more. */
  covered?: true
}

/** What a person decided to record (问题). Keeps its own copy of the evidence, because pages change. */
export interface Issue {
  /** ULID. */
  id: string
  /** Short number that people can say aloud; with `mark` unique in one ledger. Never changes: it stands in lists that were handed out. */
  number: number
  /** Letters of the device that gave the number, where ledgers are shared: `B` of B17. Absent: this ledger was never shared when it was recorded. */
  mark?: string
  status: Status
  severity: Severity
  /** Type for lists: the check id, or `manual/<type>`. */
  check: string
  indicator: string | null
  unitId: string | null
  /** Copies of the names at the time of recording, so that a list is right when the roster changes. */
  unitName: string
  siteName: string
  siteIdCode: string
  columnName: string
  pageTitle: string
  url: string
  /** Host of `url`, for filters. */
  host: string
  parentUrl: string
  /** 首页 or another page. */
  onHome: boolean
  /** 发布时间 of the page, where it has one. */
  publishedOn: Day | null
  /** 问题描述. */
  description: string
  /** 错误原文. */
  quote: string
  /** 上下文. */
  context: string
  suggestion: string
  basis: string
  anchor: Anchor | null
  shots: ShotRef[]
  /** Instant of recording, ISO 8601 UTC. */
  foundAt: string
  foundBy: string
  /** 整改时限: last day, Asia/Shanghai. */
  deadline: Day | null
  note: string
  /** The unit's answer; null before one came in. */
  reply: Reply | null
  /** The newest re-check; null before the first. */
  recheck: Recheck | null
  /** How often it was found again after 已销号 (反弹). */
  rebounds: number
  /** Day on which it last became 已整改 (or was closed), Asia/Shanghai; null while the work is to do, absent in issues that were never moved. */
  fixedOn?: Day | null
  /** Same problem: site, normalised address, check, normalised quote. */
  fingerprint: string
  /** Id of the first issue with the same fingerprint. */
  duplicateOf: string | null
  /** Set when deleted; a tombstone until the round is archived. */
  deletedAt: string | null
  updatedAt: string
  /** Of an issue that others recorded, when and where its fields were set; travels apart from them. */
  came?: Came
}

/** The number as people say and read it: 17, or B17 where ledgers are shared. */
export function shortNumber({ mark, number }: Pick<Issue, 'mark' | 'number'>): string | number {
  return mark === undefined ? number : `${mark}${number}`
}

export const EVENT_KINDS = ['recorded', 'edited', 'status', 'deleted', 'restored', 'shot-added', 'shot-edited', 'shot-removed', 'reply', 'page-saved', 'recheck', 'rebound', 'merged', 'undone', 'merged-value', 'returned'] as const

export type EventKind = (typeof EVENT_KINDS)[number]

/**
 * One line of an issue's append-only history. `merged-value`: a value that lost against a later one when ledgers were merged;
 * `returned`: an edit made elsewhere after the deletion brought it back.
 */
export interface IssueEvent {
  /** ULID. */
  id: string
  /** Id of the issue; for values of other rows that lost, their document (`unit:…`, `types/team.ts`). */
  issueId: string
  /** Instant, ISO 8601 UTC. */
  at: string
  by: string
  kind: EventKind
  /** Field → [before, after]. */
  changes: Record<string, [unknown, unknown]>
  reason: string
}

/** A stored screenshot. */
export interface Shot {
  /** SHA-256 of `image`, hex. */
  hash: string
  /** The original, never re-encoded. */
  image: Blob
  /** At most 480 px wide, JPEG; null until it was made. */
  thumbnail: Blob | null
  width: number
  height: number
}
