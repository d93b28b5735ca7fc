import { readdirSync, readFileSync } from 'node:fs'

/** Seconds of processor that a Chromium has used, by kind of process (`renderer`: the page; `browser`: the database); nothing where there is no /proc. */
export function cpuOf(pid: number): Record<string, number> {
  const all = new Map<number, { parent: number; seconds: number; kind: string }>()
  for (const name of pids()) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const kind = /--type=(\w+)/.exec(readFileSync(`/proc/${name}/cmdline`, 'utf8'))?.[1] ?? 'browser'
      all.set(Number(name), { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / 100, kind })
    } catch {
      // ended meanwhile
    }
  }
  const sums: Record<string, number> = {}
  const isOurs = (one: number): boolean => one === pid || (all.has(one) && isOurs(all.get(one)!.parent))
  for (const [one, { seconds, kind }] of all) if (isOurs(one)) sums[kind] = (sums[kind] ?? 0) + seconds
  return sums
}

function pids(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}
