import type { HandTick, SelfCheckRecord } from '../types/round.ts'
import type { Ledger } from './ledger.ts'

/** One site in one round, by the names of its first and last week. */
export interface SelfCheckOf {
  site: string
  from: string
  to: string
}

export function selfCheckId({ site, from, to }: SelfCheckOf): string {
  return `${from} ${to} ${site}`
}

/** What a person ticked for a site in a round; empty where nothing was. */
export async function ticksOf({ db }: Pick<Ledger, 'db'>, of: SelfCheckOf): Promise<SelfCheckRecord['ticks']> {
  return (await db.selfChecks.get(selfCheckId(of)))?.ticks ?? {}
}

/** Ticks one indicator or notes something, on what stands, so that a note never undoes a tick that was made just before; what says nothing is taken away. */
export async function tick({ db, now }: Pick<Ledger, 'db' | 'now'>, of: SelfCheckOf, indicator: string, change: Partial<HandTick>): Promise<void> {
  const updatedAt = now().toISOString()
  await db.transaction('rw', db.selfChecks, async () => {
    const { [indicator]: before, ...others } = await ticksOf({ db }, of)
    const after: HandTick = { state: null, note: '', ...before, ...change }
    const ticks = after.state === null && after.note === '' ? others : { ...others, [indicator]: after }
    await db.selfChecks.put({ id: selfCheckId(of), ...of, ticks, updatedAt })
  })
}
