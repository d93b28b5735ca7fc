import type { Finding } from '../types/finding.ts'
import type { ListReading, PageReading } from '../types/reading.ts'
import type { BlockLog, LoggedFinding, PageLog } from '../types/round.ts'
import type { Belonging, Site } from '../types/roster.ts'
import type { CheckContext } from './check.ts'
import { freshnessOf } from './deadlines.ts'
import { hashOf } from './finding.ts'

/** What keeping a page needs besides its reading and findings. */
export interface LogContext extends CheckContext {
  /** ISO week of the reading, `2026-W47`. */
  week: string
  /** One page under its many addresses. */
  sameAddress: (url: string) => string
  /** To whom another page of this site belongs. */
  belongingOf: (url: string, columnName: string | null) => Belonging
}

/** What a site goes by in a round, known to the roster or not: its address, so that importing a roster loses nothing. */
export function siteKeyOf(site: Site | null, host: string): string {
  return site ? site.prefix.replace(/\/$/, '') : host
}

/** As many titles as tell one list from another. */
const LIST_HEAD = 3

/** What a round keeps of a page that was read and checked. `findings`: without what a person called a false alarm. */
export function logOf(reading: PageReading, findings: readonly Finding[], context: LogContext): PageLog {
  const { belonging, sameAddress, today, week } = context
  const address = sameAddress(reading.url)
  const { host } = new URL(reading.url)
  const isColumn = reading.kind === 'column' || reading.kind === 'letters'
  const site = siteKeyOf(belonging.site, host)
  return {
    id: `${week} ${address}`,
    week,
    url: reading.url,
    address,
    host,
    site,
    siteName: belonging.site?.name ?? reading.tags['SiteName'] ?? host,
    kind: reading.kind,
    title: reading.title,
    columnName: belonging.column?.name ?? reading.columnName,
    columnId: belonging.column && (isColumn || sameAddress(`http://${belonging.column.prefix}`) === address) ? belonging.column.id : null,
    columnKeys: isColumn ? columnKeys(site, reading, belonging, address) : [],
    unitId: belonging.unit?.id ?? null,
    unitName: belonging.unit?.name ?? '',
    ...(!belonging.unit && reading.contentSource ? { source: reading.contentSource.slice(0, 200) } : {}),
    day: today,
    readAt: reading.readAt,
    freshness: freshnessOf(reading, context),
    blank: findings.some((f) => f.check === 'structure/blank-column'),
    laterPage: reading.gaps.includes('reading.gap.later-page'),
    letters: reading.letters.length,
    waiting: findings.filter((f) => f.check === 'letters/unanswered').map((f) => hashOf(f.id)),
    guideMissing: findings.filter((f) => f.check === 'guide/missing-element' && f.severity !== 'doubtful').length,
    blocks: reading.kind === 'home' ? reading.sections.flatMap((section) => blockOf(section, reading, context) ?? []) : [],
    findings: counted(findings),
  }
}

/**
 * By what a column is known again: the roster's id; its address; name and breadcrumb within one folder of the site (departments
 * under one host have columns of the same name); the first titles of its list, of which only a hash is kept.
 */
function columnKeys(site: string, reading: PageReading, { column }: Belonging, address: string): string[] {
  const names = [...reading.columnPath.filter((name) => name !== reading.columnName), reading.columnName ?? '']
  const folder = /^[^/]*\/([^/?]*)/.exec(address)?.[1] ?? ''
  return [
    ...(column ? [`id ${column.id}`] : []),
    `at ${address}`,
    ...(reading.columnName ? [`in ${site} ${folder} ${names.join('/')}`] : []),
    ...listKey(site, reading.list),
  ]
}

function listKey(site: string, list: ListReading | null): string[] {
  const titles = (list?.items ?? []).slice(0, LIST_HEAD).map((item) => item.title)
  return titles.length < LIST_HEAD ? [] : [`list ${site} ${hashOf(titles.join('\n'))}`]
}

/** A block without a name, without dates, or that leads off the site says nothing of a column. */
function blockOf(section: ListReading, reading: PageReading, context: LogContext): BlockLog | null {
  const { name, href, newest } = section
  if (!name || !href || newest === null || !URL_START.test(href) || new URL(href).host !== new URL(reading.url).host) return null
  const address = context.sameAddress(href)
  if (address === context.sameAddress(reading.url)) return null
  const belonging = context.belongingOf(href, name)
  const page: PageReading = { ...reading, kind: 'column', columnName: name, list: section, lastUpdate: null, publication: null, gaps: [] }
  return {
    name: belonging.column?.name ?? name,
    url: href,
    columnKeys: [...(belonging.column ? [`id ${belonging.column.id}`] : []), `at ${address}`],
    freshness: freshnessOf(page, { ...context, belonging }),
  }
}

const URL_START = /^https?:\/\/[^/]/i

function counted(findings: readonly Finding[]): LoggedFinding[] {
  const rows = new Map<string, LoggedFinding>()
  for (const { check, indicator, severity } of findings) {
    const key = `${check}\n${indicator}\n${severity}`
    const row = rows.get(key)
    if (row) row.count++
    else rows.set(key, { check, indicator, severity, count: 1 })
  }
  return [...rows.values()]
}
