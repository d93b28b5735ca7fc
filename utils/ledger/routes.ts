import type { Day } from '../types/reading.ts'
import type { RoundPlace, Route, RouteStep, RouteStop, RouteStops } from '../types/route.ts'
import { roundOf } from './rounds.ts'
import { readSettings } from './settings.ts'
import type { Visit } from '../types/visit.ts'
import type { LedgerDb } from './db.ts'
import { sameAddress } from './fingerprint.ts'

/** The route that is under way; null where there is none. */
export async function routeOf(db: LedgerDb): Promise<Route | null> {
  return ((await db.routes.get('route')) as Route | undefined) ?? null
}

/** What chip and popup show. */
export async function placeOf(db: LedgerDb): Promise<RoundPlace> {
  const [route, { logPaused }] = await Promise.all([routeOf(db), readSettings(db)])
  return { route: route && { at: route.at, total: route.total, stop: route.stop, paused: route.paused }, logPaused }
}

/** Begins a route; one that was under way is replaced. Its first stop is opened by the first `next`. */
export async function startRoute(db: LedgerDb, columnIds: string[], { roundId, order, startedAt }: Pick<Route, 'roundId' | 'order' | 'startedAt'>): Promise<void> {
  const route: Route = { id: 'route', roundId, order, total: columnIds.length, at: -1, stop: null, skipped: [], paused: false, startedAt }
  await db.transaction('rw', db.routes, async () => {
    await db.routes.bulkPut([route, { id: 'stops', columnIds }])
  })
}

/** What a step leads to: a stop to open, or why there is none. */
export type Stepped = { open: RouteStop } | { none: 'no-route' | 'start' | 'done' | 'quiet' }

/**
 * Takes a step and keeps where one is, so that the route survives whatever closes.
 * 下一个 passes over columns that were read in the round already or left the roster; behind the last one it begins again
 * with what was left out, and when nothing is left the route is done.
 */
export async function takeStep(db: LedgerDb, step: RouteStep): Promise<Stepped> {
  return db.transaction('rw', [db.routes, db.columns, db.units, db.visits, db.rounds], async () => {
    const [route, stops] = await Promise.all([routeOf(db), db.routes.get('stops') as Promise<RouteStops | undefined>])
    if (!route || !stops) return { none: 'no-route' }
    if (step === 'stop') {
      await db.routes.clear()
      return { none: 'quiet' }
    }
    if (step === 'pause' || step === 'resume') {
      await db.routes.put({ ...route, paused: step === 'pause' })
      return { none: 'quiet' }
    }
    const found = step === 'back' || step === 'again' ? await seekBack(db, stops.columnIds, step === 'back' ? route.at - 1 : route.at) : await nextUnread(db, route, stops.columnIds)
    if (!found) return { none: step === 'back' || step === 'again' ? 'start' : 'done' }
    const skipped = step === 'skip' && route.stop ? [...new Set([...route.skipped, route.stop.columnId])] : route.skipped
    await db.routes.put({ ...route, ...found, skipped: skipped.filter((id) => id !== found.stop.columnId), paused: false })
    return { open: found.stop }
  })
}

interface Found {
  at: number
  stop: RouteStop
}

async function nextUnread(db: LedgerDb, route: Route, columnIds: readonly string[]): Promise<Found | null> {
  const round = await roundOf(db, route.roundId)
  const since = round?.from ?? route.startedAt.slice(0, 10)
  // The one that is open now is left out: it may not have been logged yet.
  const others = route.at < 0 ? columnIds.length : columnIds.length - 1
  for (let n = 1; n <= others; n++) {
    const found = await stopAt(db, columnIds, (route.at + n) % columnIds.length)
    if (found && !(await wasRead(db, found.stop, since))) return found
  }
  return null
}

/** The stop at this place, or the nearest before it that still stands in the roster. */
async function seekBack(db: LedgerDb, columnIds: readonly string[], from: number): Promise<Found | null> {
  for (let at = from; at >= 0; at--) {
    const found = await stopAt(db, columnIds, at)
    if (found) return found
  }
  return null
}

async function stopAt(db: LedgerDb, columnIds: readonly string[], at: number): Promise<Found | null> {
  const column = await db.columns.get(columnIds[at] ?? '')
  if (!column) return null
  const unit = column.unitId === null ? undefined : await db.units.get(column.unitId)
  return { at, stop: { columnId: column.id, name: column.name, unitName: unit?.name ?? '', url: `http://${column.prefix}` } }
}

/** By the column, and by its address: it may have been read before the roster knew it. */
async function wasRead(db: LedgerDb, { columnId, url }: RouteStop, since: Day): Promise<boolean> {
  const stands = ({ deletedAt }: Visit) => deletedAt === null
  const from = (index: string, key: string) => db.visits.where(index).between([key, since], [key, '9999-12-31'], true, true).filter(stands).count()
  return (await from('[columnId+day]', columnId)) > 0 || (await from('[address+day]', sameAddress(url))) > 0
}
