import { classOfColumnName } from '../../checks/column-class.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { readRoster } from '../../ledger/roster.ts'
import { changeSetting, readSettings } from '../../ledger/settings.ts'
import { guessLayout, isMapped, layoutAt, shapeOf } from '../../roster/layout.ts'
import { mergeRoster } from '../../roster/merge.ts'
import { parseTable, type ParsedTable } from '../../roster/parse.ts'
import { likenesses } from '../../roster/resemble.ts'
import { withSameUnits } from '../../roster/same-unit.ts'
import { readTables } from '../../roster/table-file.ts'
import type { TableFile } from '../../roster/table.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { ImportChoice, Layout, NameProposal } from '../../types/roster-import.ts'
import { newId } from '../new-id.ts'
import { previewOf, type RosterPreviewData } from './roster-preview.ts'
import type { RosterSteps } from './roster-steps.ts'

/** A file or pasted table that was read. */
export interface RosterSource {
  name: string
  file: TableFile
  /** First rows of each table, for the mapping; the rest stays out of the interface. */
  tables: { name: string; rows: number; head: { line: number; cells: string[] }[] }[]
}

/** What a file would do by a choice. */
export interface RosterPlan {
  source: RosterSource
  choice: ImportChoice
  /** Null while the choice names nothing that could be imported. */
  preview: RosterPreviewData | null
  /** Names of the file that look like known units. */
  alike: NameProposal[]
}

/** Rows of a table that a person sees when saying what its columns mean. */
const HEAD = 20
const WIDEST = 40
/** As many shapes of tables as are remembered; the oldest goes first. */
const REMEMBERED = 30

/** Importing: read, say what the columns mean, look, and let it. */
export function rosterImportDesk(ledger: Ledger, steps: RosterSteps) {
  const { db } = ledger
  const remembered = async ({ tables }: TableFile): Promise<ImportChoice> => {
    const { rosterLayouts } = await readSettings(db)
    const sites = await db.sites.toArray()
    const layouts = tables.map((table): Layout => {
      const guess = guessLayout(table)
      const known = rosterLayouts[shapeOf(table, guess)]
      return known ? { ...known, header: guess.header } : { ...guess, site: sites.length === 1 ? sites[0]!.prefix : '' }
    })
    const weight = (layout: Layout) => Object.keys(layout.places).length
    const table = layouts.reduce((best, layout, at) => (weight(layout) > weight(layouts[best]!) ? at : best), 0)
    return { table, layout: layouts[table]!, same: {} }
  }
  const read = new WeakMap<Layout, { table: number; file: TableFile; parsed: ParsedTable }>()
  /** Read once for each layout: 20,000 rows take most of a second. */
  const parsedOf = ({ file }: RosterSource, { table, layout }: ImportChoice): ParsedTable => {
    const known = read.get(layout)
    if (known && known.table === table && known.file === file) return known.parsed
    const parsed = parseTable(file.tables[table]!, layout, file.brokenQuotes)
    read.set(layout, { table, file, parsed })
    return parsed
  }
  const merged = async (source: RosterSource, choice: ImportChoice) => {
    const parsed = parsedOf(source, choice)
    const { same } = choice
    const roster = await readRoster(db)
    const draft = withSameUnits(parsed.roster, new Map(Object.entries(same)))
    return { parsed, roster, merged: mergeRoster(draft, roster, newId, classOfColumnName) }
  }
  const plan = async (source: RosterSource, choice: ImportChoice): Promise<RosterPlan> => {
    if (!isMapped(choice.layout)) return { source, choice, preview: null, alike: [] }
    const { parsed, roster, merged: plan } = await merged(source, choice)
    const news = new Set(plan.added.units.map(({ name }) => name))
    const names = parsed.roster.units.map(({ name }) => name).filter((name) => news.has(name) || choice.same[name] !== undefined)
    const alike = likenesses(names, roster, plan.added.units)
    return {
      source, choice, preview: previewOf(source.name, source.file.encoding, parsed, plan),
      alike: alike.map(({ name, unit }) => ({ name, unitId: unit.id, unitName: unit.name })),
    }
  }
  return {
    /** @throws RosterRefused */
    openRoster: async (given: File | string): Promise<RosterPlan> => {
      const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : new Uint8Array(await given.arrayBuffer())
      const file = await readTables(bytes)
      const tables = file.tables.map(({ name, rows }) => ({ name, rows: rows.length, head: rows.slice(0, HEAD).map(({ line, cells }) => ({ line, cells: cells.slice(0, WIDEST) })) }))
      const source = { name: typeof given === 'string' ? '' : given.name, file, tables }
      return plan(source, await remembered(file))
    },
    /** The layout of another table or header row, guessed anew. */
    layoutOfTable: (source: RosterSource, table: number, header?: number): Layout => {
      const chosen = source.file.tables[table]!
      return header === undefined ? guessLayout(chosen) : layoutAt(chosen, header)
    },
    /** @throws RosterRefused */
    planRoster: plan,
    /** Planned anew, because the roster may have changed since the person looked. One transaction, which can be taken back. */
    importRoster: async ({ source, choice }: RosterPlan, told: (done: number, total: number) => void): Promise<Phrase> => {
      const { merged: plan } = await merged(source, choice)
      const { units, sites, columns } = plan.put
      const params = { units: units.length, sites: sites.length, columns: columns.length }
      await steps.take({ key: 'rosterdesk.step.import', params }, { put: plan.put }, told)
      const shape = shapeOf(source.file.tables[choice.table]!, choice.layout)
      await changeSetting(db, 'rosterLayouts', (known) => {
        const { [shape]: _, ...others } = known
        return Object.fromEntries([...Object.entries(others), [shape, choice.layout] as const].slice(-REMEMBERED))
      })
      return { key: 'app.roster-imported', params }
    },
  }
}
