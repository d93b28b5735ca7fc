import { Dexie, type DBCoreTable, type DBCoreTransaction, type Table } from 'dexie'

/** From so many on, rows are looked for between the first and the last key: often none stands there, and one question says so. */
const MANY = 100
/** Where others stand between them, both halves are looked at by themselves, down to so few. */
const FEW = 25
/** Rows between the keys, for each that is wanted, beyond which asking for each is quicker. */
const SPARE = 3

/** How rows are asked for. */
interface Questions {
  count: (lower: string, upper: string) => PromiseLike<number>
  between: (lower: string, upper: string) => PromiseLike<unknown[]>
  each: (keys: string[]) => PromiseLike<unknown[]>
  keyPath: string
}

/** Rows by their keys, undefined where there is none, below the tables. */
export function rowsOfCore(table: DBCoreTable, trans: DBCoreTransaction, keys: readonly string[]): PromiseLike<unknown[]> {
  const index = table.schema.primaryKey
  // the type of a range from one key to another; Dexie has it as a constant that only types know
  const query = (lower: string, upper: string) => ({ index, range: { type: 2 as never, lower, upper } })
  return rowsBy(keys, {
    count: (lower, upper) => table.count({ trans, query: query(lower, upper) }),
    between: (lower, upper) => table.query({ trans, values: true, query: query(lower, upper) }).then(({ result }) => result as unknown[]),
    each: (some) => table.getMany({ trans, keys: some }) as PromiseLike<unknown[]>,
    keyPath: index.keyPath as string,
  })
}

/** The same above the tables. */
export function rowsOfTable<T extends object>(table: Table<T, string>, keys: readonly string[]): PromiseLike<(T | undefined)[]> {
  const between = (lower: string, upper: string) => table.where(':id').between(lower, upper, true, true)
  return rowsBy(keys, {
    count: (lower, upper) => between(lower, upper).count(),
    between: (lower, upper) => between(lower, upper).toArray(),
    each: (some) => table.bulkGet(some),
    keyPath: table.schema.primKey.keyPath as string,
  }) as PromiseLike<(T | undefined)[]>
}

/** Chained and not awaited: a promise of the browser's own would leave Dexie's transaction. */
function rowsBy(keys: readonly string[], ask: Questions): PromiseLike<unknown[]> {
  if (keys.length < MANY) return ask.each([...keys])
  const found = new Map<string, object>()
  // documents of one kind stand together
  const groups = new Map<string, string[]>()
  // ordered as the database orders its texts, by UTF-16 units
  for (const key of [...keys].sort()) {
    const kind = key.slice(0, key.indexOf(':') + 1)
    const group = groups.get(kind)
    if (group) group.push(key)
    else groups.set(kind, [key])
  }
  return Dexie.Promise.all([...groups.values()].map((group) => lookIn(group, ask, found))).then(() => keys.map((key) => found.get(key)))
}

function lookIn(sorted: string[], ask: Questions, found: Map<string, object>): PromiseLike<void> {
  const note = (rows: readonly unknown[]) => {
    for (const row of rows) if (row !== undefined) found.set((row as Record<string, string>)[ask.keyPath]!, row as object)
  }
  const [lower, upper] = [sorted[0]!, sorted[sorted.length - 1]!]
  return ask.count(lower, upper).then((count): PromiseLike<void> | void => {
    if (count === 0) return
    if (count <= sorted.length * SPARE) return ask.between(lower, upper).then(note)
    if (sorted.length <= FEW) return ask.each(sorted).then(note)
    const half = Math.ceil(sorted.length / 2)
    return lookIn(sorted.slice(0, half), ask, found).then(() => lookIn(sorted.slice(half), ask, found))
  })
}
