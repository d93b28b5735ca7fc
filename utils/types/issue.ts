import type { Anchor } from './anchor.ts'
import type { Severity } from './finding.ts'
import type { Day } from './reading.ts'

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

/** A screenshot as an issue refers to it; the picture itself is stored once, by hash. */
export interface ShotRef {
  /** SHA-256 of the original file, hex. */
  hash: string
  /** Instant, ISO 8601 UTC. */
  takenAt: string
  outlines: Outline[]
}

/** What a person decided to record (问题). Keeps its own copy of the evidence, because pages change. */
export interface Issue {
  /** ULID. */
  id: string
  /** Short number that people can say aloud; unique in one ledger. */
  number: number
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
  /** Same problem: site, normalised address, check, normalised quote. */
  fingerprint: string
  /** Id of the first issue with the same fingerprint. */
  duplicateOf: string | null
  /** Set when deleted; a tombstone until the round is archived. */
  deletedAt: string | null
  updatedAt: string
}

/** One line of an issue's append-only history. */
export interface IssueEvent {
  /** ULID. */
  id: string
  issueId: string
  /** Instant, ISO 8601 UTC. */
  at: string
  by: string
  kind: 'recorded' | 'edited' | 'status' | 'deleted' | 'restored' | 'shot-added'
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
