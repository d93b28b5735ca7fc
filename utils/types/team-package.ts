/** An issue as a list names it. */
export interface IssueName {
  id: string
  /** With the letters of its ledger: `B17`. */
  number: string
  description: string
  unitName: string
}

/** What an exchange package would do to this ledger. */
export interface ExchangePreview {
  /** Rows that are new here, or would change, by kind. */
  added: Record<string, number>
  changed: Record<string, number>
  deleted: number
  /** Rows that stand here just so. */
  same: number
  /** Kinds, forms or cells of a newer version: kept, not shown. */
  newer: number
  /** Issues by their unit; the most first. */
  units: { id: string | null; name: string; added: number; changed: number }[]
  /** Issues in which two people set the same thing, and how many there are in all. */
  clashes: IssueName[]
  clashCount: number
  /** Deleted issues that an edit brings back. */
  returned: IssueName[]
  returnedCount: number
  /** Devices whose clock is more than a day ahead, by how much in ms. */
  skews: { device: string; ahead: number }[]
  /** By how much the maker's clock is ahead where that is more than a day, ms; else 0. */
  clockAhead: number
  /** Pictures and saved pages that come along, and those that are named and nowhere. */
  pictures: number
  lacking: number
  /** Pictures that go here, because what they show was covered elsewhere. */
  burnt: number
  /** Another PC goes by our id: this one is to take a new one, and what both changed counts as changed by two. That new one; null where there is no other. */
  twin: string | null
  /** Two others go by the one id, and at least the one whose package it is does not know it. */
  copied: boolean
}

/** What came of it. */
export interface ExchangeDone {
  added: Record<string, number>
  changed: Record<string, number>
  deleted: number
  returned: number
  clashes: number
  pictures: number
}
