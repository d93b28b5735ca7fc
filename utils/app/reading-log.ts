import { logOf } from '../checks/log.ts'
import type { CheckContext } from '../checks/check.ts'
import { report } from '../errors.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { sameAddress } from '../ledger/fingerprint.ts'
import { notIgnored } from '../ledger/ignores.ts'
import { keepReading } from '../ledger/readings.ts'
import { weekName, weekOf } from '../lists/week.ts'
import { lastUpdateOn } from '../roster/accounts.ts'
import { belongingOf } from '../roster/match.ts'
import type { Finding } from '../types/finding.ts'
import type { PageReading } from '../types/reading.ts'
import type { Ignore } from '../types/record.ts'
import type { Roster } from '../types/roster.ts'

/** What judging a page came upon that its log is made of. */
export interface Judged {
  reading: PageReading
  context: CheckContext
  /** All that the checks found, also what was waved aside. */
  findings: readonly Finding[]
  ignores: readonly Ignore[]
  roster: Roster
}

/** Keeps what the round's summary needs of a page that was judged. A failure is reported, and no one waits for it. */
export async function logReading(db: LedgerDb, judged: Judged): Promise<void> {
  try {
    await keepReading(db, logOfJudged(judged))
    await keepAccount(db, judged)
  } catch (error) {
    report(error)
  }
}

/** 忽略 is a person's peace of mind and changes no counter; 误报 does. */
function logOfJudged({ reading, context, findings, ignores, roster }: Judged) {
  const alarms = ignores.filter(({ kind }) => kind === 'false-alarm')
  return logOf(reading, notIgnored(findings, alarms, reading.url), {
    ...context,
    week: weekName(weekOf(reading.readAt)),
    sameAddress,
    belongingOf: (url, columnName) => belongingOf({ url, columnName, contentSource: null }, roster),
  })
}

/** The open page of a 政务新媒体 account tells when it was last updated. */
async function keepAccount(db: LedgerDb, { reading, context }: Judged): Promise<void> {
  const accounts = await db.accounts.where('address').equals(sameAddress(reading.url)).toArray()
  const day = accounts.length > 0 ? lastUpdateOn(reading, context.today) : null
  if (day === null) return
  for (const { id, lastUpdate } of accounts) {
    if (lastUpdate === null || lastUpdate < day) await db.accounts.update(id, { lastUpdate: day })
  }
}
