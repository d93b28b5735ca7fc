import type { Stamp } from '../../types/team.ts'
import type { LedgerDb } from '../db.ts'
import { markedBy, newDevice } from './clock.ts'
import { deviceOfLedger, forgetRemote, keepRemote, readRemote, type Beginning } from './device.ts'

/** Row of the table `team`. */
const LINKS = 'links'

/** Some years of exchanges. */
export const KEPT = 1000

/**
 * What is left behind with every exchange by file: how far this ledger had come, with 8 characters by chance in place of the device. A copy
 * of the ledger has the links from before it was made, and never one that the other left since.
 */
interface Left {
  link: Stamp
  /** Instant, ISO 8601 UTC. */
  at: string
}

async function leftHere(db: LedgerDb): Promise<Left[]> {
  return ((await readRemote(db, LINKS)) as Left[] | null) ?? []
}

function keepLeft(db: LedgerDb, links: readonly Left[]): Promise<void> {
  return links.length > 0 ? keepRemote(db, LINKS, links.slice(-KEPT)) : forgetRemote(db, LINKS)
}

/** Links that this ledger left, the oldest first. */
export async function linksOf(db: LedgerDb): Promise<Stamp[]> {
  return (await leftHere(db)).map(({ link }) => link)
}

/** Leaves one more. What is handed out names it, so call it before. @throws RangeError where sharing has not begun */
export function leaveLink(db: LedgerDb, { now, random }: Pick<Beginning, 'now' | 'random'>): Promise<void> {
  return db.transaction('rw', db.team, async () => {
    const device = await deviceOfLedger(db)
    if (!device) throw new RangeError('sharing has not begun')
    await keepLeft(db, [...(await leftHere(db)), { link: markedBy(device.last, newDevice(random)), at: now().toISOString() }])
  })
}

/** This ledger goes by another id from now on. Call it in the transaction that gives it one. */
export function beginLinks(db: LedgerDb): Promise<void> {
  return keepLeft(db, [])
}

/**
 * Links of the time up to an instant: to a ledger that a backup has set back what it gave out later is as strange as another's, numbers too.
 * @returns what keeps them, for the transaction that replaces the ledger and forgets all else
 */
export async function linksUpTo(db: LedgerDb, instant: string): Promise<() => Promise<void>> {
  const links = (await leftHere(db)).filter(({ at }) => at <= instant)
  return () => keepLeft(db, links)
}
