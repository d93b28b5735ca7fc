import type { Issue, Shot } from '../types/issue.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'

/** Everything of a new issue that the ledger does not decide itself. */
export type NewIssue = Omit<
  Issue,
  'number' | 'status' | 'shots' | 'foundAt' | 'foundBy' | 'fingerprint' | 'duplicateOf' | 'deletedAt' | 'updatedAt' | 'note' | 'reply' | 'recheck' | 'rebounds'
>

/** A picture with the frame that stands on it. */
export interface NewShot {
  shot: Shot
  outlines: Issue['shots'][number]['outlines']
}

/**
 * Records an issue and its screenshot in one transaction: both or neither, on the disk when this resolves.
 * Recording an id again changes nothing and gives back what stands, so an asker whose answer got lost may simply ask again.
 */
export async function recordIssue({ db, now, newId, reader }: Ledger, wanted: NewIssue, picture: NewShot | null): Promise<Issue> {
  const at = now().toISOString()
  const by = await reader()
  const fingerprint = await fingerprintOf(wanted)
  return db.transaction('rw', db.issues, db.events, db.shots, db.counters, async () => {
    const known = await db.issues.get(wanted.id)
    if (known) return known
    const number = ((await db.counters.get('issue'))?.last ?? 0) + 1
    const twins = await db.issues.where('fingerprint').equals(fingerprint).sortBy('number')
    const issue: Issue = {
      ...wanted,
      number,
      status: 'open',
      shots: picture ? [{ hash: picture.shot.hash, takenAt: at, outlines: picture.outlines }] : [],
      foundAt: at,
      foundBy: by,
      note: '',
      reply: null,
      recheck: null,
      rebounds: 0,
      fingerprint,
      duplicateOf: twins.find((twin) => !twin.deletedAt)?.id ?? null,
      deletedAt: null,
      updatedAt: at,
    }
    await db.counters.put({ name: 'issue', last: number })
    if (picture && !(await db.shots.get(picture.shot.hash))) await db.shots.add(picture.shot)
    await db.issues.add(issue)
    await db.events.add({ id: newId(), issueId: issue.id, at, by, kind: 'recorded', changes: {}, reason: '' })
    return issue
  })
}

/** Adds a picture to an issue that was recorded without one, or (`role` `after`) one of the mended place. */
export async function addShot({ db, now, newId, reader }: Ledger, issueId: string, picture: NewShot, role?: 'after'): Promise<void> {
  const at = now().toISOString()
  const by = await reader()
  await db.transaction('rw', db.issues, db.events, db.shots, async () => {
    const issue = await db.issues.get(issueId)
    if (!issue || issue.shots.some(({ hash }) => hash === picture.shot.hash)) return
    if (!(await db.shots.get(picture.shot.hash))) await db.shots.add(picture.shot)
    const shots: Issue['shots'] = [...issue.shots, { hash: picture.shot.hash, takenAt: at, outlines: picture.outlines, ...(role ? { role } : {}) }]
    await db.issues.update(issueId, { shots, updatedAt: at })
    await db.events.add({ id: newId(), issueId, at, by, kind: 'shot-added', changes: {}, reason: '' })
  })
}
