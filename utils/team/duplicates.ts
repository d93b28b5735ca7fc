import type { LedgerDb } from '../ledger/db.ts'
import { asTheyCame } from '../ledger/sharing/stamps.ts'
import type { Issue } from '../types/issue.ts'

/**
 * Links issues of one problem that two people found: all name the first, by the instant of finding, then by id, so that every ledger
 * with the same issues says the same without asking. Deleted ones keep what they say.
 * Call it inside a transaction over issues that counts as no edit.
 * @param fingerprints groups that may be others now; of those in `stale` somebody named a first one, so that even a group of one is looked at
 */
export async function linkDuplicates(db: LedgerDb, fingerprints: readonly string[], stale: ReadonlySet<string>): Promise<void> {
  const wanted = [...new Set(fingerprints)]
  if (wanted.length === 0) return
  // many small questions at once are quicker than one that walks the index step by step
  const counts = await Promise.all(wanted.map((one) => db.issues.where('fingerprint').equals(one).count()))
  const several = wanted.filter((one, at) => (counts[at] ?? 0) > 1 || stale.has(one))
  if (several.length === 0) return
  const groups = new Map<string, Issue[]>()
  for (const issue of await db.issues.where('fingerprint').anyOf(several).toArray()) {
    if (issue.deletedAt === null) groups.set(issue.fingerprint, [...(groups.get(issue.fingerprint) ?? []), issue])
  }
  const moved: Issue[] = []
  for (const twins of groups.values()) {
    const [first] = twins.sort((a, b) => (a.foundAt === b.foundAt ? (a.id < b.id ? -1 : 1) : a.foundAt < b.foundAt ? -1 : 1))
    for (const issue of twins) {
      const duplicateOf = issue === first ? null : first!.id
      if (issue.duplicateOf !== duplicateOf) moved.push({ ...issue, duplicateOf })
    }
  }
  await db.issues.bulkPut(moved)
}

/** Issues a step. */
const STEP = 200

/** Links all issues of the ledger that are one problem: after many came at once. */
export async function linkAllDuplicates(db: LedgerDb): Promise<void> {
  const all = (await db.issues.orderBy('fingerprint').keys()) as string[]
  const several = [...new Set(all.filter((one, at) => one !== '' && one === all[at - 1]))]
  for (let at = 0; at < several.length; at += STEP) {
    const some = several.slice(at, at + STEP)
    await db.transaction('rw', db.issues, async (change) => {
      asTheyCame(change)
      await linkDuplicates(db, some, new Set(some))
    })
  }
}
