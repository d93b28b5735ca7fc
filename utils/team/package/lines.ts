import type { LedgerDb } from '../../ledger/db.ts'
import { keepRemote, readRemote } from '../../ledger/sharing/device.ts'
import { KEPT, linksOf } from '../../ledger/sharing/links.ts'
import type { Stamp } from '../../types/team.ts'

/** Links that one ledger left one after the other (`ledger/sharing/links.ts`), the newest of them; never empty. */
export type Line = Stamp[]

/** As many links of each ledger are told on. */
export const TOLD = 50
/** As many lines of one device are told on; there is one where nobody has copied it. */
export const MOST_LINES = 10

const HEAD = 'lines '

/** Lines by device: of this ledger, and of all of which it was told, through however many hands. More than one of a device: it was copied. */
export async function linesKnown(db: LedgerDb, device: string): Promise<Record<string, Line[]>> {
  const head = `remote ${HEAD}`
  const [rows, own] = await Promise.all([db.team.where(':id').startsWith(head).toArray(), linksOf(db)])
  const known = Object.fromEntries(rows.flatMap((row) => ('value' in row ? [[row.name.slice(head.length), row.value as Line[]] as const] : [])))
  return own.length > 0 ? { ...known, [device]: [own.slice(-TOLD)] } : known
}

/** Notes what a package tells of others' lines. @param own device whose line is ours: it is known better here */
export function keepLines(db: LedgerDb, told: Readonly<Record<string, readonly Line[]>>, own: string): Promise<void> {
  return db.transaction('rw', db.team, async () => {
    for (const [device, lines] of Object.entries(told)) if (device !== own) await keepRemote(db, HEAD + device, joined(await linesOf(db, device), lines))
  })
}

/** Lines of another device. */
export async function linesOf(db: LedgerDb, device: string): Promise<Line[]> {
  return ((await readRemote(db, HEAD + device)) as Line[] | null) ?? []
}

/** Lines of one device without those that went on in another. */
export function joined(known: readonly Line[], came: readonly Line[]): Line[] {
  const all: Line[] = []
  for (const line of [...known, ...came]) {
    if (all.some((other) => goesOnIn(line, other, TOLD))) continue
    all.splice(0, all.length, ...all.filter((other) => !goesOnIn(other, line, TOLD)), line)
  }
  return all.slice(-MOST_LINES)
}

/**
 * Up to which link other lines and our own are one, where one of them goes on elsewhere: another ledger goes by our id. '' where they
 * have none in common; null where all of them are our own.
 */
export function forkOf(own: Line, lines: readonly Line[]): Stamp | null {
  const mine = new Set(own)
  const others = lines.filter((line) => !goesOnIn(line, own, KEPT))
  const forks = others.map((line) => line.filter((link) => mine.has(link)).pop() ?? '')
  return forks.length > 0 ? forks.reduce((first, fork) => (fork < first ? fork : first)) : null
}

/** Whether a line goes on in another of which the last `most` links are kept: one that ended before those counts as such. */
function goesOnIn(line: Line, other: Line, most: number): boolean {
  const last = line[line.length - 1]!
  return other.includes(last) || (other.length >= most && last < other[0]!)
}
