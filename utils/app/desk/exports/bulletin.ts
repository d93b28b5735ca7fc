import { saveFile } from '../../../browser/save.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { issuesBetween } from '../../../ledger/query.ts'
import { readingsBetween } from '../../../ledger/readings.ts'
import { readRoster } from '../../../ledger/roster.ts'
import { ticksOf } from '../../../ledger/self-checks.ts'
import { readSettings } from '../../../ledger/settings.ts'
import type { BulletinInput, CheckedAccount, CheckedSite } from '../../../lists/bulletin/facts.ts'
import { zeroUpdates, type UpdateSeen } from '../../../lists/bulletin/zero.ts'
import { periodOf } from '../../../lists/period.ts'
import { spanOfDays, weekName, weekOfDay } from '../../../lists/week.ts'
import { wordOfPlatform } from '../../../roster/account-file.ts'
import { accountRows } from '../../../roster/accounts.ts'
import { addDays, addMonths, partsOf } from '../../../types/day.ts'
import type { Phrase } from '../../../types/phrase.ts'
import type { Day } from '../../../types/reading.ts'
import type { PageLog } from '../../../types/round.ts'
import type { Roster } from '../../../types/roster.ts'
import { siteAt } from '../../rehome.ts'
import { selfCheckOf, sitesOf } from '../../self-check.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A quarter by its first day. */
export interface QuarterChoice {
  year: number
  /** 1 to 4. */
  quarter: number
}

/** 通报 of a quarter: everything that the ledger knows of it, and 工作要求 left to write. */
export async function exportBulletin(db: LedgerDb, choice: QuarterChoice, today: Day): Promise<Phrase> {
  const { bulletin } = await import('../../../lists/bulletin/bulletin.ts')
  const { name, bytes } = await bulletin(await bulletinInput(db, choice, today))
  saveFile(name, [bytes], DOCX)
  return { key: 'export.done.bulletin', params: { name } }
}

/** What the bulletin is made from. A quarter's issues are those found on its days; its readings those of its weeks. */
export async function bulletinInput(db: LedgerDb, { year, quarter }: QuarterChoice, today: Day): Promise<BulletinInput> {
  const from: Day = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  const to = addDays(addMonths(from, 3), -1)
  const before = addMonths(from, -3)
  const [roster, accounts, settings] = await Promise.all([readRoster(db), db.accounts.toArray(), readSettings(db)])
  const weeks = { from: weekName(weekOfDay(from)), to: weekName(weekOfDay(to)) }
  const logs = (await readingsBetween(db, weeks.from, weeks.to)).filter(({ day }) => day >= from && day <= to)
  const issues = await issuesBetween(db, spanOfDays(from, to).from, spanOfDays(from, to).to)
  const day = today < to ? today : to
  const rows = accountRows(accounts, day)
  return {
    period: periodOf(from, to).words,
    previousPeriod: periodOf(before, addDays(from, -1)).words,
    area: settings.bulletin.area,
    signer: settings.bulletin.signer,
    day: today,
    issues,
    previous: await issuesBetween(db, spanOfDays(before, addDays(from, -1)).from, spanOfDays(from, to).from),
    sites: await sitesIn(db, { logs, roster, issues }, weeks),
    accounts: rows.map(({ account, state, overDays }): CheckedAccount => ({
      name: account.name, platform: wordOfPlatform(account.platform), owner: account.owner, state, lastUpdate: account.lastUpdate, overDays,
    })),
    zero: zeroUpdates([...seenOf(logs), ...rows.map(({ account }): UpdateSeen => ({ unit: account.owner, seen: today, day: account.lastUpdate }))], monthsOf(from, today)),
  }
}

async function sitesIn(db: LedgerDb, data: Parameters<typeof selfCheckOf>[2], weeks: { from: string; to: string }): Promise<CheckedSite[]> {
  const sites = sitesOf(data)
  return Promise.all(
    sites.map(async (site) => {
      const { rows } = selfCheckOf(site, sites, data, await ticksOf({ db }, { site: site.key, ...weeks }))
      const vetoes = rows.filter(({ kind }) => kind === 'veto')
      return {
        name: site.name,
        unit: unitOf(site.key, data.roster),
        pages: site.pages,
        vetoes: vetoes.filter(({ state }) => state === 'fail').map((row) => row.name),
        pending: vetoes.some(({ state }) => state === 'person'),
      }
    }),
  )
}

/** Who runs a site, by the roster; '' where it does not say. */
function unitOf(key: string, roster: Roster): string {
  const site = roster.sites.find(({ prefix }) => siteAt(`http://${prefix}`, roster).key === key)
  return roster.units.find(({ id }) => id === site?.unitId)?.name ?? ''
}

function seenOf(logs: readonly PageLog[]): UpdateSeen[] {
  return logs.flatMap(({ unitName, day, freshness, kind, laterPage }) => (kind === 'column' && !laterPage ? [{ unit: unitName, seen: day, day: freshness.day }] : []))
}

/** Months of the quarter that are over: `2026-10`. */
function monthsOf(from: Day, today: Day): string[] {
  return [0, 1, 2].map((n) => addMonths(from, n)).filter((first) => addMonths(first, 1) <= today).map((first) => {
    const [year, month] = partsOf(first)
    return `${year}-${String(month).padStart(2, '0')}`
  })
}

/** The last quarters, this one first, for a choice. */
export function quartersUntil(today: Day, count = 6): QuarterChoice[] {
  const [year, month] = partsOf(today)
  const serial = year * 4 + Math.floor((month - 1) / 3)
  return Array.from({ length: count }, (_, n) => ({ year: Math.floor((serial - n) / 4), quarter: ((serial - n) % 4) + 1 }))
}
