import type { LedgerDb } from '../../ledger/db.ts'
import { keepRemote, readRemote } from '../../ledger/sharing/device.ts'
import type { TeamDevice, TeamRole } from '../../types/team.ts'
import type { Maker } from '../package/makers.ts'
import type { Couch, CouchDoc } from './client.ts'
import { CouchFailure } from './failure.ts'
import { ROLES } from './validation.ts'

/** What the account may do there; null where the server tells of no roles (express-pouchdb), or cannot be reached. */
export async function roleOn(couch: Couch): Promise<TeamRole | null> {
  const roles = await couch.roles().catch(() => null)
  if (!roles) return null
  if (roles.includes('_admin') || roles.includes(ROLES.lead)) return 'lead'
  return roles.includes(ROLES.reader) && !roles.includes(ROLES.member) ? 'reader' : 'member'
}

/** Units that the team has, by which somebody who has none yet chooses; by name. */
export async function unitsOn(couch: Couch): Promise<{ id: string; name: string }[]> {
  const docs = await couch.range('unit:')
  const units = docs.flatMap(({ _id, values }) => {
    const { name, deleted } = (values ?? {}) as { name?: unknown; deleted?: unknown }
    return typeof name === 'string' && !deleted ? [{ id: _id.slice('unit:'.length), name }] : []
  })
  return units.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** A device of the team. */
export interface Member {
  device: string
  /** Letters before the numbers of its issues. */
  mark: string
  reader: string
}

/** Everybody who has joined, for names and letters. */
export async function membersOf(couch: Couch): Promise<Member[]> {
  const docs = await couch.range('member:')
  return docs.map(({ _id, mark, reader }) => ({ device: _id.slice('member:'.length), mark: String(mark ?? ''), reader: String(reader ?? '') }))
}

/** Tells the others who sits at this device, and again when the name has changed. An account that may write nothing stays nameless. */
export async function introduce(couch: Couch, { device, mark }: Pick<TeamDevice, 'device' | 'mark'>, reader: string): Promise<void> {
  const known = await couch.get(`member:${device}`)
  if (known && known['reader'] === reader && known['mark'] === mark) return
  const doc: CouchDoc = { _id: `member:${device}`, form: 1, mark, reader, ...(known?._rev === undefined ? {} : { _rev: known._rev }) }
  await couch.put(doc).catch((error: unknown) => {
    if (!(error instanceof CouchFailure && (error.kind === 'conflict' || error.kind === 'forbidden'))) throw error
  })
}

/** Keeps who sits at which device, so that changes of theirs have a name, or at least a letter. */
export async function keepMembers(db: LedgerDb, docs: readonly CouchDoc[]): Promise<void> {
  for (const { _id, mark, reader } of docs) {
    if (!_id.startsWith('member:') || typeof reader !== 'string') continue
    const name = `maker ${_id.slice('member:'.length)}`
    const known = (await readRemote(db, name)) as Maker | null
    await keepRemote(db, name, { by: reader || (known?.by ?? ''), mark: String(mark ?? ''), at: known?.at ?? '' } satisfies Maker)
  }
}
