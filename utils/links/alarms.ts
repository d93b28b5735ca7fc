import type { Wait } from './wait.ts'

/** How exactly alarms ring, in milliseconds. */
const TICK_MS = 250

/** Calls `ring` after `ms` milliseconds unless the returned function was called before. */
export type After = (ms: number, ring: () => void) => () => void

/** Alarms of all requests on one clock: thousands of timers and aborts of their own cost more than the requests. */
export function createAlarms(wait: Wait): After {
  const set = new Set<{ at: number; ring: () => void }>()
  let ticks = 0
  let ticking = false

  async function tick(): Promise<void> {
    ticking = true
    while (set.size > 0) {
      await wait(TICK_MS)
      ticks++
      for (const alarm of set) {
        if (alarm.at > ticks) continue
        set.delete(alarm)
        alarm.ring()
      }
    }
    ticking = false
  }

  return (ms, ring) => {
    const alarm = { at: ticks + Math.ceil(ms / TICK_MS), ring }
    set.add(alarm)
    if (!ticking) void tick()
    return () => void set.delete(alarm)
  }
}
