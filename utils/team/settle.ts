import type { Ledger } from '../ledger/ledger.ts'
import { sameValue } from '../ledger/sharing/cells.ts'
import { overwritten, siblingsOf } from '../ledger/sharing/cell-stamp.ts'
import { tick } from '../ledger/sharing/clock.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { clashed } from '../ledger/sharing/stamp-row.ts'
import { LAST_RANK } from '../ledger/sharing/stamps.ts'
import type { Issue, IssueEvent } from '../types/issue.ts'
import type { Clash, ClashOption } from '../types/team.ts'

/**
 * A person has judged a clash: what they chose stands from now on, with a line in the history, and everywhere the clash is over.
 * @returns false where it was over already, here or elsewhere
 */
export async function settleClash({ db, now, newId, reader }: Ledger, { doc, issueId, cell }: Pick<Clash, 'doc' | 'issueId' | 'cell'>, { value }: Pick<ClashOption, 'value'>, reason: string): Promise<boolean> {
  const [at, by] = [now().toISOString(), await reader()]
  return db.transaction('rw', [db.issues, db.events, db.stamps, db.team], async () => {
    const [issue, stamps, device] = [await db.issues.get(issueId), await db.stamps.get(doc), await deviceOfLedger(db)]
    const clash = stamps?.cells[cell]
    if (!issue || !stamps || !device || clash === undefined || siblingsOf(clash).length === 0) return false
    const changes: IssueEvent['changes'] = {}
    for (const [field, chosen] of Object.entries(value)) {
      const stands = issue[field as keyof Issue] ?? null
      if (!sameValue(stands, chosen ?? null)) changes[field] = [stands, chosen ?? null]
    }
    if (Object.keys(changes).length > 0) await db.issues.put({ ...issue, ...value, updatedAt: at })
    else {
      // what stands is right: it is said anew, by someone who has seen the other
      const seq = tick(device.last, now().getTime(), device.device)
      await db.stamps.put(clashed({ ...stamps, seq, cells: { ...stamps.cells, [cell]: overwritten(clash, seq, stamps.base) }, ...(device.sends ? { pending: LAST_RANK + seq } : {}) }))
      await db.team.put({ ...device, last: seq })
    }
    await db.events.add({ id: newId(), issueId, at, by, kind: cell === 'status' ? 'status' : 'edited', changes, reason })
    return true
  })
}
