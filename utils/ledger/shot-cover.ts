import { PlainError } from '../errors.ts'
import { shortNumber, type Issue, type IssueEvent, type Shot, type ShotRef } from '../types/issue.ts'
import type { Ledger } from './ledger.ts'
import { standingShot, withMarks, type Marks } from './shot-edit.ts'

/** A picture of which something is covered for good. */
export interface Covering {
  issueId: string
  /** The picture as the person saw it. */
  base: ShotRef
  marks: Marks
  /** The new picture: the old one with covered pixels. */
  picture: Shot
  /** Other issues that show the same picture get the covered one, too; else theirs stays as it is. */
  everywhere: boolean
  /** What the histories say. */
  reason: string
  /** What they say where another issue still shows the old picture; else `reason`. */
  reasonKept?: string
}

/** Numbers of the other issues that show a picture; deleted ones count, because a deletion can be taken back. */
export async function sharersOf({ db }: Ledger, issueId: string, hash: string): Promise<(string | number)[]> {
  const issues = await db.issues.filter(({ id, shots }) => id !== issueId && shows(shots, hash)).toArray()
  return issues.sort((a, b) => a.number - b.number).map(shortNumber)
}

/**
 * Puts the covered picture in place of the old one, which goes for good unless an issue that was not to be covered still shows it.
 * One transaction: all of it is on the disk when this resolves, or nothing happened.
 * Histories keep both hashes and no pixels; no step of theirs leads back to the old picture.
 * @returns whether the old picture is gone. @throws ShotConflict, PlainError when the issue is gone
 */
export async function coverShot({ db, now, newId, reader }: Ledger, { issueId, base, marks, picture, everywhere, reason, reasonKept }: Covering): Promise<boolean> {
  const at = now().toISOString()
  const by = await reader()
  return db.transaction('rw', db.issues, db.events, db.shots, db.burnt, db.evidence, async () => {
    const issue = await db.issues.get(issueId)
    if (!issue) throw new PlainError({ key: 'app.error.issue-gone' })
    const place = standingShot(issue.shots, base)
    const holders = await db.issues.filter(({ shots }) => shows(shots, base.hash)).toArray()
    const covered = (shot: ShotRef): ShotRef => (shot.hash === base.hash ? { ...shot, hash: picture.hash, covered: true } : shot)
    const changed: Issue[] = (everywhere ? holders : holders.filter(({ id }) => id === issueId)).map((one) => ({
      ...one,
      shots: one.shots.map((shot, n) => covered(one.id === issueId && n === place ? withMarks(shot, marks) : shot)),
      updatedAt: at,
    }))
    const gone = changed.length === holders.length && picture.hash !== base.hash
    await db.shots.put(picture)
    await db.issues.bulkPut(changed)
    await db.evidence.where(':id').anyOf(changed.map(({ id }) => id)).modify((known) => {
      for (const look of known.looks) if (look.shot === base.hash) look.shot = picture.hash
    })
    await db.events.bulkAdd(changed.map((one): IssueEvent => ({ id: newId(), issueId: one.id, at, by, kind: 'shot-edited', changes: { shotHash: [base.hash, picture.hash] }, reason: gone ? reason : (reasonKept ?? reason) })))
    if (gone) {
      await db.shots.delete(base.hash)
      // So that no other ledger brings it back.
      await db.burnt.put({ hash: base.hash, at })
    }
    return gone
  })
}

function shows(shots: readonly ShotRef[], hash: string): boolean {
  return shots.some((shot) => shot.hash === hash)
}
