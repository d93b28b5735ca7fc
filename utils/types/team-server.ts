import type { Phrase } from './phrase.ts'
import type { DocId, TeamRole, TeamState } from './team.ts'

/** How it stands with the server, for every page to show. */
export interface SyncSeen {
  state: TeamState
  /** Documents that wait and that the server would take. */
  pending: number
  clashes: number
  /** Instant of the last pass that went through, ISO 8601 UTC; '' before the first. */
  syncedAt: string
  /** What went wrong and what to do. */
  says: Phrase | null
  /** What the server did not take; it stays here. */
  notTaken: readonly { id: DocId; says: Phrase }[]
  /** How far a first pull of several pages is, in documents. */
  progress: { done: number; total: number } | null
}

/** Of the server as the ledger page shows it. */
export interface TeamServerSeen extends SyncSeen {
  role: TeamRole | null
  /** Letters before the numbers of the issues that are recorded here; '' before something was shared. */
  mark: string
  /** Why nothing goes on before a person has decided. */
  change: 'wiped' | 'moved' | 'swapped' | 'newer' | null
  /** Null where no server was joined. */
  space: { name: string; server: string; database: string } | null
}

/** What a person entered of the server, or is shown of it; `password` is '' in what is shown. */
export interface ServerEntry {
  server: string
  database: string
  user: string
  password: string
}

/** How much of the team comes to this PC. */
export interface ServerScope {
  /** Issues of these units only; null: all. */
  unitIds: readonly (string | null)[] | null
  /** `all`: pictures come along; `demand`: each when someone looks at it. */
  pictures: 'all' | 'demand'
}

/** What stands at an address, before anything is written there. */
export interface ServerFound {
  /** Name of the team's space; null: no team has begun there. */
  space: string | null
  /** Whether the database is there. */
  exists: boolean
  members: readonly { mark: string; reader: string }[]
  units: readonly { id: string; name: string }[]
  role: TeamRole | null
}
