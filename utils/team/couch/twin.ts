import { newDevice, stampOf } from '../../ledger/sharing/clock.ts'
import { deviceOfLedger, freeMark, keepRemote, readRemote } from '../../ledger/sharing/device.ts'
import { remade } from '../../ledger/sharing/remade.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import type { TwinMet } from '../../types/team.ts'
import type { Maker } from '../package/makers.ts'
import type { Seen } from './identity.ts'
import type { PassDeps } from './pass.ts'
import { introduce, membersOf } from './people.ts'
import type { PullDeps } from './pull.ts'
import { advanceCouchState, readCouchStatus, TWIN, type CouchState } from './state.ts'

/**
 * Whether another PC goes by our id, as where one's disk or browser profile was copied: it has told the server of a pass that we never
 * made. What a version wrote that knew no such mark counts as ours, and so does whatever stands there before we have made one.
 */
export function isTwin({ mark }: Seen, { passes, nonces = [] }: CouchState): boolean {
  return mark?.nonce !== undefined && passes > 0 && mark.passes >= passes && !nonces.includes(mark.nonce)
}

/**
 * The other keeps the id; this PC takes a new one, and a letter that nobody has. Numbers that were given out stay. What was changed here
 * since the last pass counts as changed by the new one: else it would pass for known to the other, and no clash be seen.
 * The letter is taken on the server before it is used.
 */
export async function becomeAnother({ db, couch, now, random, reader }: PullDeps & PassDeps, state: CouchState): Promise<CouchState> {
  const [members, old, { syncedAt }] = [await membersOf(couch), (await deviceOfLedger(db))!, await readCouchStatus(db)]
  const mark = freeMark(random, new Set([old.mark, ...members.map((one) => one.mark)]))
  const device = newDevice(random)
  await introduce(couch, { device, mark }, await reader())
  const anew: CouchState = { ...state, passes: 0 }
  await db.transaction('rw', db.stamps, db.team, async () => {
    await advanceCouchState(db, state, anew)
    const after = stampOf(Date.parse(syncedAt) || 0, 0, old.device)
    await db.stamps.where('pending').above('').modify((row) => void Object.assign(row, remade(row, after, device)))
    // its clock went on meanwhile
    await db.team.put({ ...(await deviceOfLedger(db))!, device, mark })
    const by = members.find((one) => one.device === old.device)?.reader ?? ''
    await keepRemote(db, `maker ${old.device}`, { by, mark: old.mark, at: '' } satisfies Maker)
    await keepRemote(db, TWIN, { at: now().toISOString(), mark } satisfies TwinMet)
  })
  return anew
}

/** Null where there never was one. */
export async function readTwin(db: LedgerDb): Promise<TwinMet | null> {
  return (await readRemote(db, TWIN)) as TwinMet | null
}
