import { saveFile } from '../../browser/save.ts'
import { vetoLimits } from '../../checks/summary.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { issuesBetween } from '../../ledger/query.ts'
import { readingsBetween, weeksRead } from '../../ledger/readings.ts'
import { readRoster } from '../../ledger/roster.ts'
import { readSettings } from '../../ledger/settings.ts'
import { tick, ticksOf } from '../../ledger/self-checks.ts'
import { quarterOf } from '../../lists/quarter.ts'
import { dayInShanghai, spanOfWeek, weekName, weekNamed, weekOf } from '../../lists/week.ts'
import { sayInChinese } from '../../locale.ts'
import { wordOfClass } from '../../roster/column-class.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { HandTick } from '../../types/round.ts'
import { selfCheckOf, sitesOf, type SelfCheckState } from '../self-check.ts'

/** Weeks from one to another, by their names; the same for one week. */
export interface Weeks {
  from: string
  to: string
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the ledger page can see of rounds and do with them. */
export function selfCheckDesk({ db, now }: Pick<Ledger, 'db' | 'now'>) {
  const today = () => dayInShanghai(now().toISOString())
  const stateOf = async (weeks: Weeks, wanted: string | null): Promise<SelfCheckState | null> => {
    const [first, last] = [weekNamed(weeks.from), weekNamed(weeks.to)]
    if (!first || !last) throw new RangeError(`not a week: ${weeks.from} ${weeks.to}`)
    const [logs, roster, issues] = await Promise.all([
      readingsBetween(db, weeks.from, weeks.to), readRoster(db), issuesBetween(db, spanOfWeek(first).from, spanOfWeek(last).to),
    ])
    const limits = vetoLimits((await readSettings(db)).vetoLimits)
    const sites = sitesOf({ logs, roster })
    const site = sites.find(({ key }) => key === wanted) ?? sites[0]
    if (!site) return null
    return selfCheckOf(site, sites, { logs, roster, issues, limits }, await ticksOf({ db }, { site: site.key, ...weeks }))
  }
  return {
    quarter: () => quarterOf(today()),
    /** Weeks with readings, and this week, the newest first. */
    readWeeks: watch(async () => {
      const current = weekName(weekOf(now().toISOString()))
      const read = await weeksRead(db)
      const weeks = read.some(({ week }) => week === current) ? read : [{ week: current, pages: 0 }, ...read].sort((a, b) => (a.week < b.week ? 1 : -1))
      return weeks.map(({ week, pages }) => {
        const span = spanOfWeek(weekNamed(week)!)
        return { week, from: dayInShanghai(span.from), to: dayInShanghai(new Date(Date.parse(span.to) - 1).toISOString()), count: pages, current: week === current }
      })
    }),
    /** What stands for a site in a round, with the question it answers: the page asks anew while the last answer is still shown. */
    selfCheck: (weeks: Weeks, site: string | null) => watch(async () => ({ asked: { ...weeks, site }, state: await stateOf(weeks, site) })),
    tick: async (weeks: Weeks, site: string, indicator: string, change: Partial<HandTick>): Promise<null> => {
      await tick({ db, now }, { site, from: weeks.from, to: weeks.to }, indicator, change)
      return null
    },
    /** 导出自查表, read anew, so that the file says what stands. */
    exportSelfCheck: async (weeks: Weeks, site: string): Promise<Phrase> => {
      const state = await stateOf(weeks, site)
      if (!state) throw new RangeError(`no such site: ${site}`)
      const { summary, rows, coverage } = state
      const nameOf = (id: string) => rows.find(({ indicator }) => indicator === id)?.name ?? id
      const { selfCheckXlsx } = await import('../../lists/sheet/self-check-xlsx.ts')
      const { name, bytes } = await selfCheckXlsx({
        siteName: state.site.name,
        period: sayInChinese(periodOf(weeks, quarterOf(today()))),
        today: today(),
        pages: summary.pages,
        columns: summary.columns,
        rows: rows.map((row) => ({ ...row, result: sayInChinese(row.result) })),
        counters: summary.counters.map((counter) => ({ ...counter, name: nameOf(counter.indicator) })),
        unread: coverage && { known: coverage.known, columns: coverage.unread.map((one) => ({ ...one, className: wordOfClass(one.class) })) },
      })
      saveFile(name, [bytes], XLSX)
      return { key: 'selfcheck.exported', params: { name } }
    },
  }
}

/** What people call these weeks. */
export function periodOf({ from, to }: Weeks, quarter: ReturnType<typeof quarterOf>): Phrase {
  const [first, last] = [weekNamed(from), weekNamed(to)]
  if (from === quarter.from && to === quarter.to) return { key: 'selfcheck.period.quarter', params: { year: quarter.year, quarter: quarter.quarter } }
  if (!first || !last) throw new RangeError(`not a week: ${from} ${to}`)
  if (from === to) return { key: 'selfcheck.period.week', params: { year: first.year, week: first.week } }
  return { key: 'selfcheck.period.weeks', params: { year: first.year, week: first.week, lastYear: last.year, lastWeek: last.week } }
}
