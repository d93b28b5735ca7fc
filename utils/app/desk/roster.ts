import { ulid } from 'ulid'
import { saveFile } from '../../browser/save.ts'
import { classOfColumnName } from '../../checks/column-class.ts'
import { report } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { live } from '../../ledger/live.ts'
import { putRoster, readRoster } from '../../ledger/roster.ts'
import { mergeRoster, type Merged } from '../../roster/merge.ts'
import { parseRoster, type ParsedRoster } from '../../roster/parse.ts'
import { rosterTemplate } from '../../roster/template.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Column, Roster, Site, Unit } from '../../types/roster.ts'

/** As many changes as a person looks through before importing. */
const SHOWN = 200

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GBK', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' } as const

/** A file that was read and not yet imported. */
export interface RosterImport {
  file: File
  preview: ReturnType<typeof previewOf>
}

/** What the ledger page does with the roster. */
export function rosterDesk(db: LedgerDb) {
  const plan = async (file: File) => {
    const parsed = parseRoster(new Uint8Array(await file.arrayBuffer()))
    return { parsed, merged: mergeRoster(parsed.roster, await readRoster(db), ulid, classOfColumnName) }
  }
  return {
    unitRows: (tell: (rows: UnitRow[]) => void) => live(() => unitRows(db), tell, report),
    /** @throws RosterRefused */
    readRoster: async (file: File): Promise<RosterImport> => {
      const { parsed, merged } = await plan(file)
      return { file, preview: previewOf(file.name, parsed, merged) }
    },
    /** Planned anew, because the roster may have changed since the person looked. */
    importRoster: async ({ file }: RosterImport): Promise<Phrase> => {
      const { merged } = await plan(file)
      await putRoster(db, merged.put)
      const { units, sites, columns } = merged.put
      return { key: 'app.roster-imported', params: { units: units.length, sites: sites.length, columns: columns.length } }
    },
    rosterTemplate: async (): Promise<null> => {
      const { name, bytes } = rosterTemplate()
      saveFile(name, [bytes], 'text/csv')
      return null
    },
  }
}

interface UnitRow {
  unit: Unit
  sites: number
  columns: number
  openIssues: number
}

/** Counted by index: a county's thousands of columns are never all read for it. */
function unitRows(db: LedgerDb): Promise<UnitRow[]> {
  return db.transaction('r', db.units, db.sites, db.columns, db.issues, async () => {
    const units = await db.units.orderBy('name').toArray()
    const sites = tally((await db.sites.toArray()).map(({ unitId }) => unitId))
    return Promise.all(
      units.map(async (unit) => ({
        unit,
        sites: sites.get(unit.id) ?? 0,
        columns: await db.columns.where('unitId').equals(unit.id).count(),
        openIssues: await db.issues.where('unitId').equals(unit.id).filter(isOpen).count(),
      })),
    )
  })
}

const isOpen = ({ status, deletedAt }: { status: string; deletedAt: string | null }) => deletedAt === null && (status === 'open' || status === 'fixed' || status === 'doubtful')

function tally(ids: (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function previewOf(fileName: string, parsed: ParsedRoster, { added, changed, unchanged, problems }: Merged) {
  const count = (kind: 'unit' | 'site' | 'column', group: keyof Roster) => ({
    added: added[group].length,
    changed: changed.filter((change) => change.kind === kind).length,
    same: unchanged[group],
  })
  const changes = [
    ...added.units.map(({ name, aliases }: Unit) => ({ kind: 'unit' as const, action: 'added' as const, name, detail: aliases.join('、') })),
    ...added.sites.map(({ name, prefix }: Site) => ({ kind: 'site' as const, action: 'added' as const, name, detail: prefix })),
    ...added.columns.map(({ name, prefix }: Column) => ({ kind: 'column' as const, action: 'added' as const, name, detail: prefix })),
    ...changed.map(({ kind, name, fields }) => ({ kind, action: 'changed' as const, name, detail: Object.values(fields).map(([, after]) => String(after ?? '')).join('、') })),
  ]
  return {
    fileName,
    encoding: ENCODINGS[parsed.encoding],
    lines: parsed.rows,
    units: count('unit', 'units'),
    sites: count('site', 'sites'),
    columns: count('column', 'columns'),
    changes: changes.slice(0, SHOWN),
    moreChanges: Math.max(0, changes.length - SHOWN),
    problems: [...parsed.problems, ...problems].map(({ line, says }) => ({ line, says, effect: 'warning' as const })),
  }
}
