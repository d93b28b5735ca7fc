import { newDevice, stampOf } from '../../ledger/sharing/clock.ts'
import { deviceOfLedger, freeMark } from '../../ledger/sharing/device.ts'
import { takeNewId } from '../twin.ts'
import type { Seen } from './identity.ts'
import type { PassDeps } from './pass.ts'
import { introduce, membersOf } from './people.ts'
import type { PullDeps } from './pull.ts'
import { advanceCouchState, readCouchStatus, type CouchState } from './state.ts'

/**
 * Whether another PC goes by our id, as where one's disk or browser profile was copied: it has told the server of a pass that we never
 * made. What a version wrote that knew no such mark counts as ours, and so does whatever stands there before we have made one.
 */
export function isTwin({ mark }: Seen, { passes, nonces = [] }: CouchState): boolean {
  return mark?.nonce !== undefined && passes > 0 && mark.passes >= passes && !nonces.includes(mark.nonce)
}

/**
 * The other keeps the id; this PC takes a new one (`team/twin.ts`). What was changed here since the last pass counts as changed by the new
 * one. The letter is taken on the server before it is used.
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
    const by = members.find((one) => one.device === old.device)?.reader ?? ''
    await takeNewId(db, { device, mark, after, rows: db.stamps.where('pending').above(''), by, now })
  })
  return anew
}
