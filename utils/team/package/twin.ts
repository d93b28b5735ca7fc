import { markedBy, newDevice, stampOf } from '../../ledger/sharing/clock.ts'
import { deviceOfLedger, freeMark } from '../../ledger/sharing/device.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { linksOf } from '../../ledger/sharing/links.ts'
import type { Stamp } from '../../types/team.ts'
import { takeNewId } from '../twin.ts'
import { forkOf, joined, linesOf } from './lines.ts'
import { makersOf } from './makers.ts'
import type { Manifest } from './manifest.ts'
import type { ExchangeDeps } from './preview.ts'

/**
 * Whether another PC goes by our id, as where one's disk or browser profile was copied, or this ledger was set back to an older state: the
 * package, or somebody whose changes are in it, tells of an exchange that we never made. By its list of contents alone, so that it is
 * known before anything is merged.
 * @returns the newest stamp of ours that the other has, too; null where there is no other
 */
export async function twinIn(db: LedgerDb, { links = {} }: Manifest): Promise<Stamp | null> {
  const device = await deviceOfLedger(db)
  const fork = device && forkOf(await linksOf(db), links[device.device] ?? [])
  if (!device || fork === null) return null
  // whatever was before it had its id is no change of either
  const began = stampOf(Date.parse(device.began), 0, device.device)
  return fork > began ? markedBy(fork, device.device) : began
}

/** Whether two PCs go by the id of the one that made a package, as far as is known here and it says; they have to hear of each other themselves. */
export async function hasTwin(db: LedgerDb, { device, links = {} }: Manifest): Promise<boolean> {
  return joined(await linesOf(db, device), links[device] ?? []).length > 1
}

/**
 * Where another PC goes by our id, this one takes a new one (`team/twin.ts`) before anything of the package is merged. What was changed
 * since both were one counts as made by the new one. On a server the letters are told when it is next spoken to.
 */
export async function becomeAnother({ db, now, random, anew }: ExchangeDeps, manifest: Manifest): Promise<void> {
  await db.transaction('rw', db.stamps, db.team, db.issues, async () => {
    const [after, old] = [await twinIn(db, manifest), await deviceOfLedger(db)]
    if (after === null || !old) return
    const marks = new Set([old.mark, manifest.mark, ...manifest.marks, ...[...(await makersOf(db)).values()].map(({ mark }) => mark)])
    await db.issues.each(({ mark }) => void (mark && marks.add(mark)))
    const device = anew ?? newDevice(random)
    await takeNewId(db, { device, mark: freeMark(random, marks), after, rows: db.stamps.where('seq').above(after), by: manifest.device === old.device ? manifest.by : '', now })
  })
}
