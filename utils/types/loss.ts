/** Issues that were called 已记录 and stand in the browser's database no more. */
export interface LedgerLoss {
  /** Lowest and highest of their numbers. */
  from: number
  to: number
  /** Issues that still stood when the loss was found. */
  left: number
  /** When it was found, ISO 8601 UTC. */
  at: string
}

/** What is remembered of the ledger outside its database. */
export interface LedgerMemory {
  /** Highest number that an issue was given here; 0 before the first. */
  last: number
  /** Null: nothing is missing, or the person has seen it. */
  loss: LedgerLoss | null
}
