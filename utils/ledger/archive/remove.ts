import type { Issue, IssueEvent } from '../../types/issue.ts'
import type { PageLog } from '../../types/round.ts'
import { checkPackage, readPart, type Package } from '../backup/package.ts'
import { PackageRefused } from '../backup/refused.ts'
import { alone, type OnProgress } from '../backup/work.ts'
import type { LedgerDb } from '../db.ts'
import { sameValue } from '../sharing/cells.ts'
import { deviceOfLedger } from '../sharing/device.ts'
import { evidenceOf, forgetEvidence } from '../evidence.ts'
import { collectShots } from '../shots.ts'
import { isOver } from './weeks.ts'

/** What of an archive file still stands in the ledger just as the file has it, and may go. */
export interface Removable {
  issues: string[]
  readings: string[]
  /** Issues of the file that were changed since it was written; they stay. */
  changed: number
  /** Issues that are in the file as they stand and that the team's server does not have so yet; they stay. */
  unsent: number
}

/**
 * Reads an archive file back from the disk, to its last byte, and compares it with the ledger. Only what the file holds unchanged may be removed.
 * @throws PackageRefused where it is no archive, or not as it was written
 */
export async function compareArchive(db: LedgerDb, given: Package, onProgress?: OnProgress, signal?: AbortSignal): Promise<Removable> {
  if (given.manifest.kind !== 'archive') throw new PackageRefused('wrong-kind')
  await checkPackage(given, onProgress, signal)
  const events = new Set((await rowsOf<IssueEvent>(given, 'events')).map(({ id }) => id))
  const files = new Set([...given.manifest.shots, ...(given.manifest.pages ?? [])].map(({ hash }) => hash))
  const sends = (await deviceOfLedger(db))?.sends === true
  const issues: string[] = []
  let [changed, unsent] = [0, 0]
  for (const filed of await rowsOf<Issue>(given, 'issues')) {
    const standing = await db.issues.get(filed.id)
    if (!standing) continue
    if (!(await isInFile(db, standing, filed, events, files))) changed += 1
    else if (sends && (await isUnsent(db, standing.id))) unsent += 1
    else issues.push(filed.id)
  }
  const readings: string[] = []
  for (const filed of await rowsOf<PageLog>(given, 'readings')) {
    if ((await db.readings.get(filed.id))?.readAt === filed.readAt) readings.push(filed.id)
  }
  return { issues, readings, changed, unsent }
}

/**
 * Removes what `compareArchive` found, in one transaction, with history and tombstones; what was changed in between stays.
 * Pictures that no other issue shows go too. @returns how many issues went
 */
export function removeArchived(db: LedgerDb, given: Package): Promise<number> {
  return alone(async () => {
    const { issues, readings } = await compareArchive(db, given)
    const filed = new Map((await rowsOf<Issue>(given, 'issues')).map((issue) => [issue.id, issue]))
    const gone = await db.transaction('rw', db.issues, db.events, db.readings, db.evidence, async () => {
      const standing = await db.issues.bulkGet(issues)
      const ids = standing.flatMap((issue) => (issue && isOver(issue) && sameValue(filed.get(issue.id), issue) ? [issue.id] : []))
      await db.issues.bulkDelete(ids)
      await db.events.where('issueId').anyOf(ids).delete()
      await db.readings.bulkDelete(readings)
      await forgetEvidence(db, ids)
      return ids.length
    })
    await collectShots(db)
    return gone
  })
}

/** Every word, every line of its history, every picture and saved page that the ledger still has is in the file. */
async function isInFile(db: LedgerDb, standing: Issue, filed: Issue, events: ReadonlySet<string>, files: ReadonlySet<string>): Promise<boolean> {
  // the instant of its last change is not enough: merging another ledger's edits may leave it as it is
  if (!isOver(standing) || !sameValue(standing, filed)) return false
  const history = (await db.events.where('issueId').equals(standing.id).primaryKeys()) as string[]
  if (!history.every((id) => events.has(id))) return false
  const kept = (await db.shots.where('hash').anyOf(standing.shots.map(({ hash }) => hash)).primaryKeys()) as string[]
  const { pages } = await evidenceOf(db, standing.id)
  return kept.every((hash) => files.has(hash)) && pages.every(({ hash }) => files.has(hash))
}

/** Something of it still waits to be sent: put away now, it would never be. */
async function isUnsent(db: LedgerDb, id: string): Promise<boolean> {
  const history = (await db.events.where('issueId').equals(id).primaryKeys()) as string[]
  const stamps = await db.stamps.bulkGet([`issue:${id}`, `evidence:${id}`, ...history.map((event) => `event:${event}`)])
  return stamps.some((row) => row?.pending !== undefined)
}

async function rowsOf<T>(given: Package, table: string): Promise<T[]> {
  const rows: T[] = []
  for (const part of given.manifest.parts.filter((one) => one.table === table)) {
    for (const read of await readPart(given, part)) if (read.table === table) rows.push(...(read.rows as T[]))
  }
  return rows
}
