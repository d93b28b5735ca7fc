import type { Account } from '../types/account.ts'
import type { Unit } from '../types/roster.ts'
import { accountKey } from './account-file.ts'
import type { AccountDraft } from './account-row.ts'
import { foldName } from './name.ts'

export interface MergedAccounts {
  added: Account[]
  changed: Account[]
  unchanged: number
}

export interface MergeWith {
  accounts: readonly Account[]
  units: readonly Unit[]
  newId: () => string
  /** The address as it is compared. */
  sameAddress: (url: string) => string
}

/** What a file changes: an account is known by platform and name; empty cells leave what stands, and nothing is removed. */
export function mergeAccounts(drafts: readonly AccountDraft[], { accounts, units, newId, sameAddress }: MergeWith): MergedAccounts {
  const known = new Map(accounts.map((account) => [accountKey(account), account]))
  const merged: MergedAccounts = { added: [], changed: [], unchanged: 0 }
  for (const { line: _, says, ...draft } of drafts) {
    const before = known.get(accountKey(draft))
    const given = before ? (Object.fromEntries(says.map((field) => [field, draft[field as keyof typeof draft]])) as Partial<Account>) : draft
    const after = finished({ ...(before ?? { id: newId(), unitId: null, address: null, ...draft }), ...given }, units, sameAddress)
    if (!before) merged.added.push(after)
    else if (JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))) merged.unchanged++
    else merged.changed.push(after)
  }
  return merged
}

/** Fills in what follows from what a person gave: the roster's unit, and the address as it is compared. */
export function finished(account: Account, units: readonly Unit[], sameAddress: (url: string) => string): Account {
  const owner = foldName(account.owner)
  const unit = units.find(({ name, aliases }) => [name, ...aliases].some((one) => foldName(one) === owner))
  return { ...account, unitId: unit?.id ?? null, address: account.url ? sameAddress(account.url) : null }
}

function sorted(account: Account): [string, unknown][] {
  return Object.entries(account).sort(([a], [b]) => (a < b ? -1 : 1))
}
