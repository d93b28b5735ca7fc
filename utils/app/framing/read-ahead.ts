/** So many rows are read in one go. */
const AT_ONCE = 16

/**
 * Rows that are asked for one by one, read many at a time: a transaction for each takes longer than its row.
 * A row is kept until it was asked for once; whatever is asked for again, or was not foreseen, is read then.
 * @param order keys, about in the order in which they will be asked for
 * @param read rows of keys, in their order; where it fails, the one that is asked for is read alone: a row that cannot be read fails no other
 */
export function readAhead<R>(order: readonly string[], read: (keys: string[]) => Promise<R[]>): (key: string) => Promise<R> {
  const keys = [...new Set(order)]
  const places = new Map(keys.map((key, at) => [key, at]))
  const waiting = new Map<string, Promise<R>>()
  const alone = async (key: string) => (await read([key]))[0]!
  return (key) => {
    const place = places.get(key)
    if (place !== undefined && !waiting.has(key)) {
      const some = keys.slice(place, place + AT_ONCE).filter((one) => places.has(one) && !waiting.has(one))
      const rows = read(some)
      some.forEach((one, at) => {
        const row = rows.then((all) => all[at]!, () => alone(one))
        // Told to whoever asks for it; until then it must not count as unhandled.
        row.catch(() => undefined)
        waiting.set(one, row)
      })
    }
    const row = waiting.get(key)
    places.delete(key)
    waiting.delete(key)
    return row ?? alone(key)
  }
}
