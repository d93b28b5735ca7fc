import type { DBCoreTable, DBCoreTransaction, Table } from 'dexie'

/** From so many on, rows are looked for between the first and the last key: often none stands there, and one question says so. */
const MANY = 100
/** Rows between the keys, for each that is wanted, beyond which asking for each is quicker. */
const SPARE = 3

/** Rows by their keys, undefined where there is none, below the tables. */
export function rowsOfCore(table: DBCoreTable, trans: DBCoreTransaction, keys: readonly string[]): PromiseLike<unknown[]> {
  if (keys.length < MANY) return table.getMany({ trans, keys: [...keys] })
  const index = table.schema.primaryKey
  // the type of a range from one key to another; Dexie has it as a constant that only types know
  const range = { type: 2 as never, lower: least(keys), upper: greatest(keys) }
  return table.count({ trans, query: { index, range } }).then((count) => {
    if (count === 0) return keys.map(() => undefined)
    if (count > keys.length * SPARE) return table.getMany({ trans, keys: [...keys] })
    return table.query({ trans, values: true, query: { index, range } }).then(({ result }) => inOrder(result as object[], keys, index.keyPath as string))
  }) as PromiseLike<unknown[]>
}

/** The same above the tables. */
export function rowsOfTable<T extends object>(table: Table<T, string>, keys: readonly string[]): PromiseLike<(T | undefined)[]> {
  if (keys.length < MANY) return table.bulkGet([...keys])
  const between = table.where(':id').between(least(keys), greatest(keys), true, true)
  return between.count().then((count) => {
    if (count === 0) return keys.map(() => undefined)
    if (count > keys.length * SPARE) return table.bulkGet([...keys])
    return between.toArray().then((rows) => inOrder(rows, keys, table.schema.primKey.keyPath as string))
  })
}

function inOrder<T extends object>(rows: readonly T[], keys: readonly string[], keyPath: string): (T | undefined)[] {
  const byKey = new Map(rows.map((row) => [(row as Record<string, unknown>)[keyPath], row]))
  return keys.map((key) => byKey.get(key))
}

/** Keys of the database are ordered as its texts are, by UTF-16 units: so are texts here. */
function least(keys: readonly string[]): string {
  return keys.reduce((least, key) => (key < least ? key : least))
}

function greatest(keys: readonly string[]): string {
  return keys.reduce((most, key) => (key > most ? key : most))
}
