import type { EvidenceLook } from '../types/evidence.ts'
import { findLast } from '../types/find-last.ts'
import type { Issue, Shot, ShotRef } from '../types/issue.ts'
import { keepLook } from './evidence.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'
import { lastNumber } from './numbers.ts'
import { reopened } from './rebound.ts'
import { deviceOfLedger } from './sharing/device.ts'

/** Everything of a new issue that the ledger does not decide itself. */
export type NewIssue = Omit<
  Issue,
  'number' | 'status' | 'shots' | 'foundAt' | 'foundBy' | 'fingerprint' | 'duplicateOf' | 'deletedAt' | 'updatedAt' | 'note' | 'reply' | 'recheck' | 'rebounds'
>

/** A picture with the frame that stands on it, how it came about, and where it shows personal data. */
export interface NewShot extends Pick<ShotRef, 'outlines' | 'kind' | 'personal'> {
  shot: Shot
}

/**
 * Records an issue and its screenshot in one transaction: both or neither, on the disk when this resolves.
 * Recording an id again changes nothing and gives back what stands, so an asker whose answer got lost may simply ask again.
 * `look`: what the page told at that moment; it stands or falls with the issue.
 * The same problem after 已销号 gets no new number: the closed issue is opened again (反弹) and given back, with its own id.
 */
export async function recordIssue(ledger: Ledger, wanted: NewIssue, picture: NewShot | null, look: EvidenceLook | null = null): Promise<Issue> {
  const { db, now, newId, reader } = ledger
  const at = now().toISOString()
  const by = await reader()
  const fingerprint = await fingerprintOf(wanted)
  return db.transaction('rw', [db.issues, db.events, db.shots, db.counters, db.evidence, db.team], async () => {
    const known = await db.issues.get(wanted.id)
    if (known) return known
    // A re-opening that was asked for before stands under the asker's id in the history.
    const reopening = await db.events.get(wanted.id)
    const again = reopening && (await db.issues.get(reopening.issueId))
    if (again) return again
    const twins = (await db.issues.where('fingerprint').equals(fingerprint).sortBy('number')).filter(({ deletedAt }) => deletedAt === null)
    const closed = closedTwin(twins)
    if (closed) {
      const shots = picture ? await withPicture(db, closed, picture, at) : closed.shots
      await keepLook(db, closed.id, look)
      return reopened(ledger, { ...closed, shots }, { by, at, eventId: wanted.id, reason: '', deadline: wanted.deadline })
    }
    const number = (await lastNumber(db)) + 1
    const device = await deviceOfLedger(db)
    const issue: Issue = {
      ...wanted,
      number,
      ...(device ? { mark: device.mark } : {}),
      status: 'open',
      shots: picture ? [refOf(picture, at)] : [],
      foundAt: at,
      foundBy: by,
      note: '',
      reply: null,
      recheck: null,
      rebounds: 0,
      fingerprint,
      duplicateOf: twins[0]?.id ?? null,
      deletedAt: null,
      updatedAt: at,
    }
    await db.counters.put({ name: 'issue', last: number })
    if (picture && !(await db.shots.get(picture.shot.hash))) await db.shots.add(picture.shot)
    await db.issues.add(issue)
    await keepLook(db, issue.id, look)
    await db.events.add({ id: newId(), issueId: issue.id, at, by, kind: 'recorded', changes: {}, reason: '' })
    return issue
  })
}

/** The issue that a recording opens again: closed, and no other of the same problem is under way. */
function closedTwin(twins: readonly Issue[]): Issue | undefined {
  const underWay = twins.some(({ status }) => status === 'open' || status === 'fixed' || status === 'doubtful')
  return underWay ? undefined : findLast(twins, ({ status }) => status === 'closed')
}

async function withPicture(db: Ledger['db'], issue: Issue, picture: NewShot, takenAt: string): Promise<Issue['shots']> {
  if (!(await db.shots.get(picture.shot.hash))) await db.shots.add(picture.shot)
  return [...issue.shots, refOf(picture, takenAt)]
}

/** How the issue refers to a picture; what there is nothing to say of is left out. */
function refOf({ shot, outlines, kind, personal }: NewShot, takenAt: string): ShotRef {
  return { hash: shot.hash, takenAt, outlines, ...(kind && kind !== 'visible' ? { kind } : {}), ...(personal?.length ? { personal } : {}) }
}

/**
 * Adds a picture to an issue that was recorded without one, one more of what was found, or (`role` `after`) one of the mended place.
 * @returns false where the issue has exactly this picture in this role: then only what the page told is kept
 */
export async function addShot({ db, now, newId, reader }: Ledger, issueId: string, picture: NewShot, role?: 'after', look: EvidenceLook | null = null): Promise<boolean> {
  const at = now().toISOString()
  const by = await reader()
  return db.transaction('rw', db.issues, db.events, db.shots, db.evidence, async () => {
    const issue = await db.issues.get(issueId)
    if (!issue) return false
    // What was looked at again is kept, though it looks as it did.
    await keepLook(db, issueId, look)
    if (issue.shots.some((shot) => shot.hash === picture.shot.hash && shot.role === role)) return false
    if (!(await db.shots.get(picture.shot.hash))) await db.shots.add(picture.shot)
    const shots: Issue['shots'] = [...issue.shots, { ...refOf(picture, at), ...(role ? { role } : {}) }]
    await db.issues.update(issueId, { shots, updatedAt: at })
    await db.events.add({ id: newId(), issueId, at, by, kind: 'shot-added', changes: {}, reason: '' })
    return true
  })
}
