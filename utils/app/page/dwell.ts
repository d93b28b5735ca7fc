/** So long after a person's last action the page still counts as being read, in ms: long enough to read a screenful. */
export const IDLE = 60_000

/**
 * How long a page was seen by someone: the time in which it could be seen, up to `IDLE` after each action.
 * Given the times of what happened, in ms of one clock that never goes back; asking for the sum changes nothing.
 */
export class DwellMeter {
  private total = 0
  /** Until when time was counted; null while the page cannot be seen. */
  private counted: number | null = null
  private lastAction = 0

  /** The page can be seen, and someone has just brought it there. */
  shown(at: number): void {
    this.count(at)
    this.counted = at
    this.lastAction = at
  }

  hidden(at: number): void {
    this.count(at)
    this.counted = null
  }

  /** Someone moved, typed or scrolled. */
  acted(at: number): void {
    if (this.counted === null) return
    this.count(at)
    this.lastAction = at
  }

  /** Whole seconds until now. */
  seconds(at: number): number {
    this.count(at)
    return Math.floor(this.total / 1000)
  }

  /** Time since the last action; 0 while the page cannot be seen. */
  restedFor(at: number): number {
    return this.counted === null ? 0 : at - this.lastAction
  }

  private count(at: number): void {
    if (this.counted === null || at <= this.counted) return
    const until = Math.min(at, this.lastAction + IDLE)
    if (until > this.counted) this.total += until - this.counted
    this.counted = at
  }
}
