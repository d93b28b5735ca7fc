import type { LedgerDb } from '../ledger/db.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { readCouchState, readCouchStatus, readProgress, readRole } from '../team/couch/state.ts'
import { readTwin } from '../team/twin.ts'
import { clockWords, skewsOf, teamCounts, teamState, twinWords } from '../team/counts.ts'
import type { TeamServerSeen } from '../types/team-server.ts'

/** How it stands with the team's server: some rows and two counts, so that every page can watch it. */
export async function seenOfServer(db: LedgerDb): Promise<TeamServerSeen> {
  const [counts, status, known, progress, role, device, skews, twin] = await Promise.all([teamCounts(db), readCouchStatus(db), readCouchState(db), readProgress(db), readRole(db), deviceOfLedger(db), skewsOf(db), readTwin(db)])
  // what is changed under a 只读 account waits for nothing
  const pending = role === 'reader' ? 0 : Math.max(0, counts.pending - status.notTaken.length)
  const space = known && { name: known.name, server: known.server, database: known.database }
  const now = status.syncedAt || '1970-01-01T00:00:00.000Z'
  return {
    state: teamState({ ...counts, pending }, known ? status.link : 'none'),
    pending, clashes: counts.clashes, progress, role, mark: device?.mark ?? '', space,
    syncedAt: status.syncedAt, says: status.says ?? clockWords(status.clockAhead, skews, now) ?? (twin && twinWords(twin, now)), change: status.change, notTaken: status.notTaken,
  }
}
