import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Resident memory in MB of the processes in which browsers that this process started run their extensions. */
export function ownProcessMemory(): number {
  return ownProcesses().reduce((sum, { rss }) => sum + rss / 1024, 0)
}

/** What no other process has as well of that memory, in MB: without the browser's program and libraries. */
export function ownProcessUnshared(): number {
  return ownProcesses().reduce((sum, { pid }) => sum + unsharedOf(pid), 0)
}

function ownProcesses(): { pid: number; rss: number }[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n').map((row) => {
    const [pid, parent, rss, ...args] = row.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), rss: Number(rss), runsExtensions: args.includes('--extension-process') }
  })
  const parents = new Map(rows.map(({ pid, parent }) => [pid, parent]))
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && pid > 1 && (pid === process.pid || isOurs(parents.get(pid)))
  return rows.filter(({ pid, runsExtensions }) => runsExtensions && isOurs(pid))
}

function unsharedOf(pid: number): number {
  const rows = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return [...rows.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) / 1024, 0)
}
