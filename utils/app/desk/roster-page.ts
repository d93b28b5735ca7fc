import { newId } from '../new-id.ts'
import * as v from 'valibot'
import { pagesOf } from '../../browser/scripts.ts'
import { openPage } from '../../browser/tabs.ts'
import { askPage } from '../../browser/transport.ts'
import { NATIONAL_DEADLINES } from '../../checks/deadlines.ts'
import { classOfColumnName } from '../../checks/column-class.ts'
import { PlainError } from '../../errors.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { readRoster } from '../../ledger/roster.ts'
import { readSettings } from '../../ledger/settings.ts'
import { prefixOf } from '../../roster/address.ts'
import type { RosterDraft } from '../../roster/draft.ts'
import { mergeRoster } from '../../roster/merge.ts'
import { proposePlaces } from '../../roster/propose.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PageProposals, Proposal } from '../../types/roster-import.ts'
import type { RosterSteps } from './roster-steps.ts'

const text = (longest: number) => v.pipe(v.string(), v.transform((given) => given.slice(0, longest)))
/** The page may be hostile, and its answer is measured before anything is made of it. */
const PLACES = v.object({
  url: text(8000), title: text(300), siteName: text(200), siteIdCode: text(50), sponsor: text(200),
  places: v.pipe(v.array(v.object({ name: text(60), url: text(2000), kind: v.picklist(['navigation', 'section', 'map', 'link']), group: text(60) })), v.maxLength(5000)),
})

/** 从本页导入: an open home or site-map page proposes, a person ticks and edits, and it is imported in one step. */
export function rosterPageDesk(ledger: Ledger, steps: RosterSteps) {
  const { db } = ledger
  return {
    /** Government pages open now. */
    openPages: async (): Promise<{ tabId: number; url: string }[]> => (await pagesOf('*.gov.cn')).slice(0, 50),
    /** Opens a page to be taken from. @throws PlainError for what is no address */
    openSite: async (address: string): Promise<null> => {
      const prefix = prefixOf(address)
      if (prefix === null) throw new PlainError({ key: 'rosterdesk.error.no-address', params: { value: address } })
      await openPage(/^https?:/i.test(address) ? address : `http://${prefix}`)
      return null
    },
    /** @throws PlainError where the page is gone, is not switched on, or offers nothing */
    readPlaces: async (tabId: number): Promise<PageProposals> => {
      const answer = await askPage(tabId, 'page.places', null)
      const parsed = v.safeParse(PLACES, answer)
      if (!parsed.success) throw new PlainError({ key: 'rosterdesk.error.no-places' })
      const days = { ...NATIONAL_DEADLINES, ...(await readSettings(db)).columnDays }
      const found = proposePlaces(parsed.output, await readRoster(db), { classOf: classOfColumnName, daysOf: (one) => days[one] })
      if (found.proposals.length === 0) throw new PlainError({ key: 'rosterdesk.error.no-places' })
      return found
    },
    /** One transaction, which can be taken back. */
    importPlaces: async (page: PageProposals, chosen: readonly Proposal[]): Promise<Phrase> => {
      const { put } = mergeRoster(draftOf(page, chosen), await readRoster(db), newId, classOfColumnName)
      const params = { units: put.units.length, sites: put.sites.length, columns: put.columns.length }
      await steps.take({ key: 'rosterdesk.step.import', params }, { put })
      return { key: 'app.roster-imported', params }
    },
  }
}

/** What was ticked, as a file would give it. */
function draftOf({ url, siteName, siteIdCode }: PageProposals, chosen: readonly Proposal[]): RosterDraft {
  const root = prefixOf(new URL('/', url).href)!
  const names = [...new Set(chosen.map(({ unit }) => unit.trim()).filter(Boolean))]
  const sites = chosen.filter(({ kind }) => kind === 'site').map(({ id, name, unit }) => ({ name, prefix: id, siteIdCode: null, unitName: unit.trim() || null, line: 0 }))
  const code = /^(?:\d{10}|bm\d{8}|n\d{9})$/i.test(siteIdCode) ? siteIdCode : null
  return {
    units: names.map((name) => ({ name, aliases: [], line: 0 })),
    sites: [{ name: siteName.trim() || root.replace(/\/$/, ''), prefix: root, siteIdCode: code, unitName: null, line: 0 }, ...sites],
    columns: chosen.filter(({ kind }) => kind === 'column').map((one) => ({
      name: one.name.trim(), prefix: one.id, unitName: one.unit.trim() || null, class: one.class, deadlineDays: null, exemption: null, line: 0,
    })),
  }
}
