import { saveFile } from '../../browser/save.ts'
import { NATIONAL_DEADLINES } from '../../checks/deadlines.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { readRoster } from '../../ledger/roster.ts'
import { readSettings } from '../../ledger/settings.ts'
import { likenesses } from '../../roster/resemble.ts'
import { rosterTemplate } from '../../roster/template.ts'
import { rosterFile } from '../../roster/write.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { NameProposal } from '../../types/roster-import.ts'
import { rosterEditDesk } from './roster-edit.ts'
import { rosterImportDesk } from './roster-import.ts'
import { rosterPageDesk } from './roster-page.ts'
import { rosterSteps } from './roster-steps.ts'

export type { RosterPlan, RosterSource } from './roster-import.ts'
export type { Ticked } from './roster-edit.ts'

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const

/** What the ledger page does with the roster (台账底册). `changed`: called after each change, for pages that are open. */
export function rosterDesk(ledger: Ledger, changed: () => void) {
  const { db } = ledger
  const steps = rosterSteps(ledger, changed)
  return {
    ...rosterImportDesk(ledger, steps),
    ...rosterEditDesk(ledger, steps),
    ...rosterPageDesk(ledger, steps),
    roster: watch(() => readRoster(db)),
    /** Days of each class where a column has none of its own; null: no deadline. */
    classDays: watch(async () => ({ ...NATIONAL_DEADLINES, ...(await readSettings(db)).columnDays })),
    lastRosterStep: steps.last,
    undoRoster: steps.undo,
    /** 来源 of pages that no unit has, where they look like a unit's abbreviation: for a person to say yes to. */
    aliasProposals: watch(() => aliasProposals(ledger)),
    exportRoster: async (format: keyof typeof TYPES): Promise<Phrase> => {
      const roster = await readRoster(db)
      const { name, bytes } = format === 'xlsx' ? await (await import('../../roster/write-xlsx.ts')).rosterXlsx(roster) : rosterFile(roster)
      saveFile(name, [bytes], TYPES[format])
      return { key: 'rosterdesk.exported', params: { name } }
    },
    rosterTemplate: async (format: keyof typeof TYPES): Promise<null> => {
      const { name, bytes } = format === 'xlsx' ? await (await import('../../roster/write-xlsx.ts')).templateXlsx() : rosterTemplate()
      saveFile(name, [bytes], TYPES[format])
      return null
    },
  }
}

async function aliasProposals({ db }: Ledger): Promise<NameProposal[]> {
  const sources = new Set<string>()
  await db.readings.filter(({ unitId, source }) => unitId === null && !!source).each(({ source }) => sources.add(source!))
  if (sources.size === 0) return []
  const [units, sites] = await Promise.all([db.units.toArray(), db.sites.toArray()])
  return likenesses([...sources], { units, sites }).map(({ name, unit }) => ({ name, unitId: unit.id, unitName: unit.name }))
}
