import type { TeamDevice, TeamRemote, TeamRow } from '../../types/team.ts'
import type { LedgerDb } from '../db.ts'
import { newDevice, stampOf } from './clock.ts'
import { asTheyCame } from './stamps.ts'

/** Letters for numbers of issues: none that is taken for a digit or another letter. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ'

export interface Beginning {
  now: () => Date
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array
  /**
   * `founder`: what stands here counts as set today, so that it wins against what others bring along. `joiner`: it counts as old, so that
   * what the others have stands; so too for packages, which no one founds.
   */
  as: 'founder' | 'joiner'
  /** Marks of other devices that are known: of the team's server, of the package that is being read. */
  taken: readonly string[]
}

/** This installation as others know it; null before anything was shared. */
export async function deviceOfLedger(db: LedgerDb): Promise<TeamDevice | null> {
  return ((await db.team.get('device')) as TeamDevice | undefined) ?? null
}

/**
 * From now on changes are stamped. What stands already gets no stamps: its rows count as made when they say (`dated`).
 * Issues that have none yet get this device's letters, once, in steps; their numbers stay, because they were handed out.
 * Called again it changes nothing.
 */
export async function beginSharing(db: LedgerDb, beginning: Beginning): Promise<TeamDevice> {
  const device = await db.transaction('rw', db.team, async () => {
    const known = await deviceOfLedger(db)
    if (known) return known
    const made = deviceFor(beginning)
    await db.team.put(made)
    return made
  })
  await markIssues(db, device.mark)
  return device
}

/** Changes are sent to a server from now on; with `anew` all that stands is to be sent, too (`team/resend.ts`). */
export async function setSending(db: LedgerDb, sends: boolean, anew = sends): Promise<void> {
  await db.transaction('rw', db.team, async () => {
    const device = await deviceOfLedger(db)
    if (!device) throw new RangeError('sharing has not begun')
    const { resend: _before, ...rest } = device
    const changed: TeamDevice = { ...rest, sends, ...(anew ? { resend: { kind: '', after: '' } } : {}) }
    await db.team.put(changed)
  })
}

/** Something that outlives this page about whom we exchange with; null where nothing was kept. */
export async function readRemote(db: LedgerDb, name: string): Promise<unknown> {
  const row = await db.team.get(`remote ${name}`)
  return row && 'value' in row ? row.value : null
}

/**
 * Call it in the transaction that applies what it stands for (`team/apply.ts` has `also`).
 * @param anew what is left of it where a backup replaces the ledger
 */
export async function keepRemote(db: LedgerDb, name: string, value: unknown, anew?: unknown): Promise<void> {
  const row: TeamRow = { name: `remote ${name}`, value, ...(anew === undefined ? {} : { anew }) }
  await db.team.put(row)
}

/** The ledger is another one now: who talks to something outside begins anew. Call it in the transaction that replaces it. */
export async function remotesAnew(db: LedgerDb): Promise<void> {
  const rows = (await db.team.where(':id').startsWith('remote ').toArray()) as TeamRemote[]
  await db.team.bulkDelete(rows.map(({ name }) => name))
  await db.team.bulkPut(rows.flatMap((row) => (row.anew === undefined ? [] : [{ ...row, value: row.anew }])))
}

export async function forgetRemote(db: LedgerDb, name: string): Promise<void> {
  await db.team.delete(`remote ${name}`)
}

/** What this installation would be; nothing is kept. */
export function deviceFor({ now, random, as, taken }: Beginning): TeamDevice {
  const at = now()
  const device = newDevice(random)
  const stamp = stampOf(at.getTime(), 0, device)
  const floor = as === 'founder' ? stamp : stampOf(0, 0, device)
  return { name: 'device', device, mark: freeMark(random, new Set(taken)), last: stamp, began: at.toISOString(), sends: false, floor }
}

/**
 * One letter that no known device has, by chance; two where all are taken. By chance, because ledgers that have not met may meet one day:
 * then two may share a letter, and only people have to look twice, because programs go by the id.
 */
export function freeMark(random: Beginning['random'], taken: ReadonlySet<string>): string {
  const bytes = random(new Uint8Array(2))
  const one = rotated(LETTERS, bytes[0] ?? 0).find((letter) => !taken.has(letter))
  if (one) return one
  const pairs = rotated(LETTERS, bytes[0] ?? 0).flatMap((first) => rotated(LETTERS, bytes[1] ?? 0).map((second) => first + second))
  return pairs.find((pair) => !taken.has(pair)) ?? `${LETTERS[(bytes[0] ?? 0) % LETTERS.length]}${taken.size}`
}

function rotated(letters: string, by: number): string[] {
  const at = by % letters.length
  return [...letters.slice(at), ...letters.slice(0, at)]
}

const STEP = 500

async function markIssues(db: LedgerDb, mark: string): Promise<void> {
  for (let last = ''; ; ) {
    const ids = await db.issues.where(':id').above(last).limit(STEP).primaryKeys()
    if (ids.length === 0) return
    last = ids[ids.length - 1]!
    await db.transaction('rw', db.issues, async (change) => {
      asTheyCame(change)
      const bare = (await db.issues.bulkGet(ids)).flatMap((issue) => (issue && issue.mark === undefined ? [{ ...issue, mark }] : []))
      if (bare.length > 0) await db.issues.bulkPut(bare)
    })
  }
}
