import { readdirSync, readFileSync } from 'node:fs'

/** One process of the machine: its parent, resident bytes and the milliseconds of a core that it has used. */
interface Process {
  pid: number
  parent: number
  rss: number
  cpu: number
}

const PAGE_BYTES = 4096
const TICK_MS = 10

/** Fields of /proc/PID/stat from the third on: state, parent, …, the 14th and 15th times, the 24th pages (`man 5 proc`). */
function read(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number)
    return { pid, parent: fields[1] ?? 0, rss: (fields[21] ?? 0) * PAGE_BYTES, cpu: ((fields[11] ?? 0) + (fields[12] ?? 0)) * TICK_MS }
  } catch {
    return null // it ended meanwhile
  }
}

/** All processes below one, itself left out. Read from /proc: a `ps` each second takes its time from what is measured. */
export function processesBelow(pid: number): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => read(Number(name)) ?? [])
  const found: Process[] = []
  for (let parents = [pid]; parents.length > 0;) {
    const children = all.filter(({ parent }) => parents.includes(parent))
    found.push(...children)
    parents = children.map((child) => child.pid)
  }
  return found
}

/** Less than so much of a core within a look is quiet. */
const QUIET_MS = 50
const LOOK_MS = 500

/** Waits until a browser that was started is through with its own beginning, which is no part of what is measured. */
export async function untilQuiet(pid: number, limitMs = 15_000): Promise<void> {
  const used = () => processesBelow(pid).reduce((sum, { cpu }) => sum + cpu, 0)
  for (let left = limitMs, before = used(), quiet = false; left > 0 && !quiet; left -= LOOK_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const now = used()
    quiet = now - before < QUIET_MS
    before = now
  }
}
