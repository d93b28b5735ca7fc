import { prefixOf } from './address.ts'

/** A row before and after; `before` null: new; `touched`: the file names it. */
export interface Step<T> {
  before: T | null
  after: T
  touched: boolean
}

/** The address as it is compared, also where an older version stored it otherwise. */
export function rootOf({ prefix }: { prefix: string }): string {
  return prefixOf(prefix) ?? prefix
}

/** What differs between before and after; null for a new row and where nothing does. */
export function changes({ before, after }: Step<unknown>): Record<string, [unknown, unknown]> | null {
  if (!before || before === after) return null
  const old = before as Record<string, unknown>
  const fields = Object.entries(after as object).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]))
  return fields.length ? Object.fromEntries(fields.map(([field, value]) => [field, [old[field], value]])) : null
}
