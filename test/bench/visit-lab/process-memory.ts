import { execFileSync } from 'node:child_process'

/** Resident memory in MB of the processes in which browsers that this process started run their extensions. */
export function ownProcessMemory(): number {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n').map((row) => {
    const [pid, parent, rss, ...args] = row.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), rss: Number(rss), runsExtensions: args.includes('--extension-process') }
  })
  const parents = new Map(rows.map(({ pid, parent }) => [pid, parent]))
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && pid > 1 && (pid === process.pid || isOurs(parents.get(pid)))
  return rows.reduce((sum, { pid, rss, runsExtensions }) => sum + (runsExtensions && isOurs(pid) ? rss / 1024 : 0), 0)
}
