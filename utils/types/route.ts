/** How a reading route goes through the roster: by site, by unit, or what is overdue first. */
export type RouteOrder = 'site' | 'unit' | 'overdue'

export const ROUTE_ORDERS: readonly RouteOrder[] = ['overdue', 'unit', 'site']

/** A column of a route. */
export interface RouteStop {
  columnId: string
  name: string
  unitName: string
  url: string
}

/** A reading route (路线): where one is. Its stops stand apart in `RouteStops`, so that a step does not write them again. */
export interface Route {
  id: 'route'
  /** The round it reads for. */
  roundId: string
  order: RouteOrder
  /** Number of stops. */
  total: number
  /** Place of the stop, from 0; −1 before the first was opened. */
  at: number
  stop: RouteStop | null
  /** Column ids that were skipped. */
  skipped: string[]
  paused: boolean
  startedAt: string
}

/** The stops of the route, by column id. */
export interface RouteStops {
  id: 'stops'
  columnIds: string[]
}

/** A step along the route. `stop` ends it. */
export type RouteStep = 'next' | 'back' | 'skip' | 'again' | 'pause' | 'resume' | 'stop'

/** What chip and popup show of a round: the place in the route, and whether reading is logged. */
export interface RoundPlace {
  route: Pick<Route, 'at' | 'total' | 'stop' | 'paused'> | null
  /** True while a person has paused the 读网记录. */
  logPaused: boolean
}
