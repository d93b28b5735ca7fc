import { deviceOfLedger, keepRemote, readRemote } from '../ledger/sharing/device.ts'
import { applyDocs, previewDocs, type ApplyDeps } from './apply.ts'
import { asideDocs, forgetAside } from './aside.ts'
import { readDocs } from './read-docs.ts'
import type { SharedDoc, TeamDevice } from '../types/team.ts'

const NAME = 'tried-by'
const STEP = 500

/**
 * Once a version: what an older one could not show is looked at again, documents that lie aside as well as cells and kinds that were only
 * carried along. What this version cannot show either stays as it is. Cut off anywhere, the next start begins anew and does no harm.
 * @param version of this program
 * @returns how many rows are new or another now
 */
export async function tryAgain(deps: ApplyDeps, version: string): Promise<number> {
  const { db } = deps
  const device = await deviceOfLedger(db)
  if (!device || (await readRemote(db, NAME)) === version) return 0
  let moved = await tryAside(deps, await asideDocs(db), device)
  for (let after = ''; ; ) {
    const rows = await db.stamps.where(':id').above(after).limit(STEP).toArray()
    if (rows.length === 0) break
    after = rows[rows.length - 1]!.doc
    const carrying = rows.flatMap(({ doc, kept }) => (kept && !doc.startsWith('~') ? [doc] : []))
    if (carrying.length > 0) moved += await apply(deps, [...(await readDocs(db, carrying, device)).values()])
  }
  await keepRemote(db, NAME, version)
  return moved
}

async function tryAside(deps: ApplyDeps, docs: readonly SharedDoc[], device: TeamDevice): Promise<number> {
  let moved = 0
  for (let at = 0; at < docs.length; at += STEP) {
    const readable = new Set<string>()
    await previewDocs(deps, docs.slice(at, at + STEP).map((doc) => ({ doc })), device, ({ id, sound, came }) => void (sound && came !== 'newer' && readable.add(id)))
    const now = docs.slice(at, at + STEP).filter(({ _id }) => readable.has(_id))
    moved += await apply(deps, now)
    await forgetAside(deps.db, now.map(({ _id }) => _id))
  }
  return moved
}

async function apply(deps: ApplyDeps, docs: readonly SharedDoc[]): Promise<number> {
  const { added, changed } = await applyDocs(deps, docs.map((doc) => ({ doc })), { from: 'package' })
  return [...Object.values(added), ...Object.values(changed)].reduce((sum, count) => sum + count, 0)
}
