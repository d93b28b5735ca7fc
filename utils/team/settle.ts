import type { Ledger } from '../ledger/ledger.ts'
import { sameValue } from '../ledger/sharing/cells.ts'
import { cellStamp, overwritten, pastOf, siblingsOf, timeOf } from '../ledger/sharing/cell-stamp.ts'
import { advance } from '../ledger/sharing/clock.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { clashed } from '../ledger/sharing/stamp-row.ts'
import { LAST_RANK } from '../ledger/sharing/stamps.ts'
import type { Issue, IssueEvent } from '../types/issue.ts'
import type { Clash, ClashOption } from '../types/team.ts'

/** A clash that a person has judged, to take it back by. */
export interface Settled extends Pick<Clash, 'doc' | 'issueId' | 'cell'> {
  /** Fields as they stood before, and as they were chosen. */
  stood: ClashOption['value']
  chosen: ClashOption['value']
  /** What waited beside, as it stands in a cell. */
  others: unknown[]
}

/**
 * A person has judged a clash: what they chose stands from now on, with a line in the history, and everywhere the clash is over.
 * @returns null where it was over already, here or elsewhere
 */
export async function settleClash({ db, now, newId, reader }: Ledger, { doc, issueId, cell }: Pick<Clash, 'doc' | 'issueId' | 'cell'>, { value }: Pick<ClashOption, 'value'>, reason: string): Promise<Settled | null> {
  const [at, by] = [now().toISOString(), await reader()]
  return db.transaction('rw', [db.issues, db.events, db.stamps, db.team], async () => {
    const [issue, stamps, device] = [await db.issues.get(issueId), await db.stamps.get(doc), await deviceOfLedger(db)]
    const clash = stamps?.cells[cell]
    if (!issue || !stamps || !device || clash === undefined || siblingsOf(clash).length === 0) return null
    const [changes, stood]: [IssueEvent['changes'], Settled['stood']] = [{}, {}]
    for (const [field, chosen] of Object.entries(value)) {
      const stands = issue[field as keyof Issue] ?? null
      stood[field] = stands
      if (!sameValue(stands, chosen ?? null)) changes[field] = [stands, chosen ?? null]
    }
    if (Object.keys(changes).length > 0) await db.issues.put({ ...issue, ...value, updatedAt: at })
    else {
      // what stands is right: it is said anew, by someone who has seen the other
      const seq = advance(device, now().getTime())
      await db.stamps.put(clashed({ ...stamps, seq, cells: { ...stamps.cells, [cell]: overwritten(clash, seq, stamps.base) }, ...(device.sends ? { pending: LAST_RANK + seq } : {}) }))
      await db.team.put(device)
    }
    await db.events.add({ id: newId(), issueId, at, by, kind: cell === 'status' ? 'status' : 'edited', changes, reason })
    return { doc, issueId, cell, stood, chosen: value, others: siblingsOf(clash).map(({ v }) => v) }
  })
}

/**
 * Takes a judgement back, as a step of its own in the history: what stood stands again, and the clash waits for a person again, everywhere.
 * All values of it count as set now, because everybody may have seen the judgement.
 * @returns false where somebody changed it further meanwhile: it stays as it is
 */
export async function undoSettled({ db, now, newId, reader }: Ledger, { doc, issueId, cell, stood, chosen, others }: Settled): Promise<boolean> {
  const [at, by] = [now().toISOString(), await reader()]
  return db.transaction('rw', [db.issues, db.events, db.stamps, db.team], async () => {
    const [issue, before, device] = [await db.issues.get(issueId), await db.stamps.get(doc), await deviceOfLedger(db)]
    const judged = before?.cells[cell]
    if (!issue || !before || !device || judged === undefined || siblingsOf(judged).length > 0) return false
    if (!Object.entries(chosen).every(([field, value]) => sameValue(issue[field as keyof Issue] ?? null, value ?? null))) return false
    const changes = Object.fromEntries(Object.entries(stood).flatMap(([field, value]) => (sameValue(chosen[field] ?? null, value) ? [] : [[field, [chosen[field], value] as [unknown, unknown]]])))
    await db.issues.put({ ...issue, ...stood, updatedAt: at })
    await db.events.add({ id: newId(), issueId, at, by, kind: 'undone', changes, reason: '' })
    // the clock has gone on below the tables; what waits is stamped first, so that what stands is the later
    const [stamped, clock] = [(await db.stamps.get(doc))!, (await deviceOfLedger(db))!]
    const next = () => advance(clock, now().getTime())
    const known = [timeOf(stamped.cells[cell] ?? judged), ...pastOf(stamped.cells[cell] ?? judged)]
    const later = () => timeOf(overwritten({ t: known.reduce((most, one) => (one > most ? one : most)) }, next(), stamped.base))
    const waiting = others.map((v) => ({ t: later(), v }))
    known.push(...waiting.map(({ t }) => t))
    const cells = { ...stamped.cells, [cell]: cellStamp(later(), known, waiting.reverse(), stamped.base) }
    const seq = next()
    await db.stamps.put(clashed({ ...stamped, cells, seq, ...(clock.sends ? { pending: LAST_RANK + seq } : {}) }))
    await db.team.put(clock)
    return true
  })
}
