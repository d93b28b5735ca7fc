/** 活 / 死 / 需人工核实. */
export type Verdict = 'alive' | 'dead' | 'unsure'

/** One answer on the way. */
export interface Hop {
  url: string
  status: number
}

/** What was found out about one address. */
export interface LinkVerdict {
  href: string
  verdict: Verdict
  /** Kind of the reason, a key of `assets/locales` (`links.reason.*`). */
  reason: string
  /** HTTP status of the last answer, or null where none came. */
  status: number | null
  /** `net::ERR_…` where the browser told it. */
  netError: string | null
  hops: Hop[]
  /** Title and first words of the answer, for the evidence. */
  evidence: string
  /** Milliseconds from asking to the verdict, waiting in the queue left out. */
  ms: number
  /** Instant, ISO 8601 UTC. */
  checkedAt: string
  /** Looks so far, and how many of them failed. */
  looks: number
  failures: number
  /** Days (Asia/Shanghai) on which a look failed; two of them make 死链 without reservation. */
  failedOn?: string[]
}

/** No browser opens much longer addresses, and no server of an office knows any. */
export const LONGEST_ADDRESS = 8_000
