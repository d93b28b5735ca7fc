/** What the browser allows (Chromium since 92): so many captures in a second, of all windows together; a little more, because orders take their time. */
const AT_ONCE = 2
const WITHIN = 1_030

/**
 * Lets captures begin no faster than the browser allows; the one that must wait waits its turn. Other windows of ours have a pace of their own,
 * so a refusal is still possible, and tried again by whoever captures.
 * @param clock ms
 */
export function pacer(clock: () => number, wait: (ms: number) => Promise<void>): <T>(capture: () => Promise<T>) => Promise<T> {
  const begun: number[] = []
  let turn: Promise<void> = Promise.resolve()
  const begin = async () => {
    while (begun.length >= AT_ONCE) {
      const rest = begun[0]! + WITHIN - clock()
      if (rest > 0) await wait(rest)
      else begun.shift()
    }
    begun.push(clock())
  }
  return async (capture) => {
    turn = turn.then(begin)
    await turn
    return capture()
  }
}
