import type { Issue } from '../types/issue.ts'
import { changeMany, type BulkDone, type Change } from './bulk.ts'
import type { Ledger } from './ledger.ts'

/** Sentences that are written into notes and histories. */
export interface MergeWords {
  /** A note or reason of another issue, as the kept one has it. */
  from: (number: number, text: string) => string
  /** What the history of a merged issue says. */
  into: (number: number) => string
}

/**
 * Makes one issue of several: the first (lowest number) stays and takes over the screenshots, the notes, and what was said in the histories
 * of the others, which become tombstones that name it. Issues elsewhere that named one of them as their first now name the one that stays.
 * One transaction; nothing is lost, and `undoMany` takes it back.
 */
export async function mergeIssues(ledger: Ledger, ids: readonly string[], words: MergeWords): Promise<BulkDone> {
  const { db, now } = ledger
  const deletedAt = now().toISOString()
  return db.transaction('rw', db.issues, db.events, db.settings, async () => {
    const issues = (await db.issues.bulkGet([...ids])).filter((issue) => issue !== undefined && issue.deletedAt === null) as Issue[]
    const [first, ...others] = issues.sort((a, b) => a.number - b.number)
    if (!first || others.length === 0) return { steps: [], refused: [] }
    const merged = new Set(others.map(({ id }) => id))
    const said = await reasonsOf(ledger, others)
    const twins = await db.issues.where('fingerprint').anyOf([...new Set(issues.map(({ fingerprint }) => fingerprint))]).toArray()
    const elsewhere = twins.filter((twin) => !merged.has(twin.id) && twin.id !== first.id && twin.duplicateOf !== null && merged.has(twin.duplicateOf))
    const change = (issue: Issue): Change => {
      if (merged.has(issue.id)) return { fields: { deletedAt, duplicateOf: first.id }, kind: 'merged', reason: words.into(first.number) }
      if (issue.id !== first.id) return { fields: { duplicateOf: first.id }, kind: 'edited', reason: '' }
      const fields = { shots: shotsOf(first, others), note: notesOf(first, others, words), duplicateOf: merged.has(first.duplicateOf ?? '') ? null : first.duplicateOf }
      return { fields, kind: 'merged', reason: others.flatMap((other) => (said.get(other.id) ?? []).map((reason) => words.from(other.number, reason))).join('\n') }
    }
    return changeMany(ledger, [first.id, ...merged, ...elsewhere.map(({ id }) => id)], change)
  })
}

function shotsOf(first: Issue, others: readonly Issue[]): Issue['shots'] {
  const shots = [...first.shots]
  for (const shot of others.flatMap((other) => other.shots)) if (!shots.some(({ hash }) => hash === shot.hash)) shots.push(shot)
  return shots
}

function notesOf(first: Issue, others: readonly Issue[], words: MergeWords): string {
  return [first.note, ...others.filter(({ note }) => note !== '').map(({ number, note }) => words.from(number, note))].filter(Boolean).join('\n')
}

/** Reasons that people wrote into the histories, oldest first, by issue. */
async function reasonsOf({ db }: Ledger, issues: readonly Issue[]): Promise<Map<string, string[]>> {
  const reasons = new Map<string, string[]>()
  for (const { issueId, reason } of await db.events.where('issueId').anyOf(issues.map(({ id }) => id)).sortBy('id')) {
    if (reason !== '') reasons.set(issueId, [...(reasons.get(issueId) ?? []), reason])
  }
  return reasons
}
