import type { LedgerDb } from '../ledger/db.ts'
import { forgetRemote, keepRemote, readRemote } from '../ledger/sharing/device.ts'
import { linkAllDuplicates } from './duplicates.ts'

/** What follows once others' work was taken in; kept until it is done, so that it is done even where the program ended in between. */
interface Unfinished {
  /** Batches that asked for it: one that comes while it is done asks anew. */
  batches: number
  /** Issues of one problem are still to be linked. */
  twins: boolean
  /** Kinds that came and that others depend on. */
  kinds: string[]
}

const NAME = 'unfinished'

/** Kinds of which the same thing may come under two ids, or by which issues find their unit. */
const FOLLOWED: ReadonlySet<string> = new Set(['unit', 'site', 'column', 'account', 'word'])

/** Call it in the transaction that stores what came. @param kinds of everything that is new or another now */
export async function addUnfinished(db: LedgerDb, kinds: Iterable<string>, twins: boolean): Promise<void> {
  const followed = [...new Set(kinds)].filter((kind) => FOLLOWED.has(kind))
  if (followed.length === 0 && !twins) return
  const before = await readUnfinished(db)
  await keepRemote(db, NAME, { batches: (before?.batches ?? 0) + 1, twins: twins || before?.twins === true, kinds: [...new Set([...(before?.kinds ?? []), ...followed])] } satisfies Unfinished)
}

/** Does it, if there is any. @param follow what the program does about kinds that came */
export async function finishMerge(db: LedgerDb, follow?: (kinds: readonly string[]) => Promise<unknown>): Promise<void> {
  const unfinished = await readUnfinished(db)
  if (!unfinished) return
  if (unfinished.twins) await linkAllDuplicates(db)
  if (unfinished.kinds.length > 0) await follow?.(unfinished.kinds)
  await db.transaction('rw', db.team, async () => {
    // more may have come meanwhile
    if ((await readUnfinished(db))?.batches === unfinished.batches) await forgetRemote(db, NAME)
  })
}

async function readUnfinished(db: LedgerDb): Promise<Unfinished | null> {
  return (await readRemote(db, NAME)) as Unfinished | null
}
