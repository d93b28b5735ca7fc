/**
 * Works on the next few things while one is being written: results come in the order of the things.
 * At most `depth` are in work or waiting, so that memory stays bounded. A failure comes where its thing stands.
 */
export async function* ahead<T, R>(things: readonly T[], depth: number, work: (thing: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  let next = 0
  const start = () => {
    const thing = things[next++] as T
    const result = work(thing)
    // Told when its turn comes; until then it must not count as unhandled.
    result.catch(() => undefined)
    running.push(result)
  }
  while (next < Math.min(depth, things.length)) start()
  while (running.length > 0) {
    const result = await (running.shift() as Promise<R>)
    if (next < things.length) start()
    yield result
  }
}
