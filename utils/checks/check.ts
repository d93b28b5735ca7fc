import type { Finding } from '../types/finding.ts'
import type { Day, PageReading, TextBlock } from '../types/reading.ts'
import type { Belonging, ColumnClass } from '../types/roster.ts'
import type { Suspicion } from '../types/wording.ts'

/** Calendar days a column of each class may stay without an update; null: no deadline. */
export type Deadlines = Record<ColumnClass, number | null>

/** What a check may know besides the page itself. Everything comes in as an argument, so that a check is a pure function. */
export interface CheckContext {
  /** Today in Asia/Shanghai. */
  today: Day
  belonging: Belonging
  deadlines: Deadlines
  /** Finds suspect wording in one block of the page. */
  checkText: (block: TextBlock, reading: PageReading) => Suspicion[]
  /** Working days within which a letter must be answered; 5 where the office says nothing (国办 for simple enquiries). */
  letterDays?: number
}

/** One check: a page's reading in, suspicions out. `id` is `room/name` and the prefix of its findings' `check`. */
export interface Check {
  id: string
  run: (reading: PageReading, context: CheckContext) => Finding[]
}
