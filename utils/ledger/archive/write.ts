import { PlainError } from '../../errors.ts'
import type { LedgerDb } from '../db.ts'
import { issuesFound } from '../found.ts'
import type { Manifest } from '../backup/manifest.ts'
import { partWriter } from '../backup/rows.ts'
import { alone } from '../backup/work.ts'
import { filesOf, writePackage, type Snapshot, type WriteOptions } from '../backup/write.ts'
import { isOver, spanOfNamed } from './weeks.ts'

/**
 * 归档: issues of these weeks with their history, pictures and page readings, in one file. Nothing is removed here.
 * @throws PlainError where an issue of these weeks still waits for someone; TooLargeToExport; an AbortError when cancelled
 */
export function writeArchive(db: LedgerDb, weeks: readonly string[], options: Omit<WriteOptions, 'kind'>): Promise<Manifest> {
  return alone(async () => writePackage(await snapshotOf(db, weeks), filesOf(db), { ...options, kind: 'archive' }))
}

function snapshotOf(db: LedgerDb, weeks: readonly string[]): Promise<Snapshot> {
  return db.transaction('r', db.issues, db.events, db.readings, db.evidence, async () => {
    const [issues, events, readings, evidence] = [partWriter('issues'), partWriter('events'), partWriter('readings'), partWriter('evidence')]
    const hashes = new Set<string>()
    const pages = new Set<string>()
    for (const week of weeks) {
      const found = await issuesFound(db, spanOfNamed(week))
      for (const issue of found) {
        if (!isOver(issue)) throw new PlainError({ key: 'storage.archive.waits', params: { number: issue.number } })
        issues.add(issue)
        issue.shots.forEach(({ hash }) => hashes.add(hash))
      }
      for (const event of await db.events.where('issueId').anyOf(found.map(({ id }) => id)).toArray()) events.add(event)
      for (const one of await db.evidence.bulkGet(found.map(({ id }) => id))) {
        if (!one) continue
        evidence.add(one)
        one.pages.forEach(({ hash }) => pages.add(hash))
      }
      for (const log of await db.readings.where('week').equals(week).toArray()) readings.add(log)
    }
    return { parts: [...issues.end(), ...events.end(), ...readings.end(), ...evidence.end()], hashes: [...hashes], pages: [...pages] }
  })
}
