import type { Phrase } from './phrase.ts'

/**
 * When and where something was changed (hybrid logical clock): 9 digits of wall clock (ms since 1970, base 36), 4 of a counter
 * (base 36), 8 characters of the device. Text order is time order; on one ledger no two changes of one thing share a stamp.
 */
export type Stamp = string

/** What travels between ledgers, each kind a document a row (own words: a document a word). */
export const DOC_KINDS = [
  'issue', 'event', 'shot', 'burnt', 'unit', 'site', 'column', 'account', 'round', 'selfcheck', 'reading', 'visit', 'dutynote', 'ignore', 'word', 'setting',
  'evidence', 'page',
] as const

export type DocKind = (typeof DOC_KINDS)[number]

/** `<kind>:<key of the row>`: fit for a CouchDB `_id`. A kind may be one that only a newer version knows. */
export type DocId = string

/** A value that lost against a later one nobody had compared it with, and that a person has not judged yet. */
export interface Sibling {
  /** When it was set. */
  t: Stamp
  v: unknown
}

/** When a cell was set, where more than the time is known. */
export interface CellHistory {
  t: Stamp
  /** What was known when it was set or merged: the newest stamp of each other device that ever set it. */
  p?: Stamp[]
  /** Values set at the same time elsewhere that wait for a person; the newest first. */
  c?: Sibling[]
}

export type CellStamp = Stamp | CellHistory

/**
 * One row as it travels, by server or by file: plain JSON that says everything about itself. A cell is what is merged as one: a field,
 * some fields that belong together (`status` with `fixedOn`), or one member of a list (`shots/<hash> <instant>`).
 * Cells and kinds that a version does not know are carried along unread.
 */
export interface SharedDoc {
  _id: DocId
  /** Version of this form. */
  form: number
  /** When the row was made: the stamp of every cell that has none of its own. */
  base: Stamp
  /** What each cell holds; a cell with a stamp and no value is empty or was taken out. */
  values: Record<string, unknown>
  stamps: Record<string, CellStamp>
}

/** Name of the cell that says whether a row is deleted, in kinds whose rows are really removed. */
export const DELETED = 'deleted'

/** What the ledger keeps of a row's stamps; the values stand in the row itself. */
export interface StampRow {
  doc: DocId
  /** When it last changed in this ledger, here or by merging: counts up, differs in every row. */
  seq: Stamp
  base: Stamp
  cells: Record<string, CellStamp>
  /** Values that no row has: of a deleted row, of cells and kinds of newer versions. */
  kept?: Record<string, unknown>
  /** Form of the document where it is a newer one. */
  form?: number
  /** Still to be sent to the server: rank (pictures, histories, rest) and `seq`. Absent: the server has it. */
  pending?: string
  /** 1 where a clash waits for a person. */
  clash?: 1
  /** The server's revision that this state rests on. */
  rev?: string
}

/** Stamps of an issue as it came from others, in its own row (`ledger/sharing/came.ts`). */
export type Came = Pick<StampRow, 'seq' | 'base' | 'cells' | 'rev'>

/** A picture in which something was covered for good: the uncovered one is to be kept and shown by nobody. */
export interface Burnt {
  /** SHA-256 of the picture that must go, hex. */
  hash: string
  /** Instant, ISO 8601 UTC. */
  at: string
}

/** This installation among others; there is none before something is shared. */
export interface TeamDevice {
  name: 'device'
  /** 8 characters of base 32, made once. */
  device: string
  /** Letters in front of the numbers of the issues that are recorded here: `B` of B17. */
  mark: string
  /** Newest stamp given or seen. */
  last: Stamp
  /** There is a server to send to; where packages are exchanged, nothing waits. */
  sends: boolean
  /** When sharing began here, instant ISO 8601 UTC. */
  began: string
  /** Stamp of every row that was there before and carries no time of its own; with the id that this installation began with. */
  floor: Stamp
  /** What changed here up to this stamp has been in a package of all units; absent before the first. */
  told?: Stamp
  /** Everything is to be sent anew: a new server, a restored ledger. `from`: where that stopped. */
  resend?: { kind: string; after: string }
}

/** A clock that is more than a day ahead of ours. */
export interface Skew {
  name: `skew ${string}`
  device: string
  /** Milliseconds. */
  ahead: number
  /** Instant of noticing, ISO 8601 UTC. */
  at: string
}

/** When this PC found that another went by its id, and the letter that it took then. */
export interface TwinMet {
  /** Instant, ISO 8601 UTC. */
  at: string
  mark: string
}

/** How far something outside is known: whatever the one who talks to it needs to go on from there. */
export interface TeamRemote {
  name: `remote ${string}`
  value: unknown
  /** What is left of it where a backup replaces the ledger: nothing, unless it says. */
  anew?: unknown
}

/** Rows of the table `team`: in no backup, because they belong to the installation and not to the ledger. */
export type TeamRow = TeamDevice | Skew | TeamRemote

/** A document that waits to be sent. */
export interface PendingDoc {
  id: DocId
  /** Null where its row was put away before it was sent: nothing to send, mark it as sent. */
  doc: SharedDoc | null
  /** To be given back when it was sent: a later change stays pending. */
  seq: Stamp
  rev: string | null
  /** The next page begins behind this. */
  cursor: string
}

/** What a batch of documents does, or would do, to the ledger. */
export interface MergeOutcome {
  /** Rows that are new here, changed, or the same as before; by kind. */
  added: Record<string, number>
  changed: Record<string, number>
  same: number
  deleted: number
  /** Issues that an edit after their deletion brought back. */
  returned: DocId[]
  /** Documents in which a clash waits for a person. */
  clashes: DocId[]
  /** Documents of which our ledger knows more: they are to be sent again. */
  ahead: DocId[]
  /** Kinds or cells of a newer version: kept, not shown. */
  newer: number
  /** What was no document of ours, and was not taken. */
  refused: Refused[]
  /** Devices whose clock is more than a day ahead. */
  skews: { device: string; ahead: number }[]
}

export interface Refused {
  id: string
  says: Phrase
}

/** A clash of status, unit or severity as a person sees it. */
export interface Clash {
  doc: DocId
  issueId: string
  cell: string
  /** What stands (the later one) first. */
  options: ClashOption[]
}

export interface ClashOption {
  /** Fields of the cell: `{ status, fixedOn }`, `{ unitId, unitName }`, `{ severity }`. */
  value: Record<string, unknown>
  stamp: Stamp
  device: string
  /** Instant, ISO 8601 UTC. */
  at: string
}

/** 未组队 / 已同步 / n 条待传 / 离线 / 有冲突 / 出错. */
export type TeamState = 'alone' | 'synced' | 'pending' | 'offline' | 'clash' | 'error'

/** 组长 / 组员 / 只读, as the server has it. */
export type TeamRole = 'lead' | 'member' | 'reader'

/** What the state is made of. */
export interface TeamCounts {
  pending: number
  clashes: number
}
