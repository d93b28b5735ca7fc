import { readFileSync } from 'node:fs'
import { cpuOf } from '../team-lab/cpu.ts'

/** Seconds of processor that the pages of browsers which this process started have used, Workers too. */
export function secondsOfPages(): number {
  return cpuOf(process.pid)['renderer'] ?? 0
}

/** Seconds of processor of all programs that this process has started and seen end; 0 where there is no /proc. */
export function secondsOfEnded(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return 0
  }
}
