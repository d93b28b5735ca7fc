import { execFileSync } from 'node:child_process'

/** Resident memory in MiB of all processes below one. Shared pages are counted once a process. */
function below(pid: number): number {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n').map((row) => row.trim().split(/\s+/).map(Number))
  const family = new Set([pid])
  let sum = 0
  for (let found = true; found;) {
    found = false
    for (const [child = 0, parent = 0, rss = 0] of rows) {
      if (!family.has(parent) || family.has(child)) continue
      family.add(child)
      sum += rss
      found = true
    }
  }
  return Math.round(sum / 1024)
}

/** Measures each second until the returned function is called, which returns the peak. */
export function residentMemory(pid: number): () => number {
  let peak = below(pid)
  const timer = setInterval(() => {
    peak = Math.max(peak, below(pid))
  }, 1000)
  return () => {
    clearInterval(timer)
    return peak
  }
}
