import type { Finding } from '../types/finding.ts'
import type { PageReading } from '../types/reading.ts'
import type { PageLog } from '../types/round.ts'
import type { CheckContext } from './check.ts'
import { freshnessOf } from './deadlines.ts'

/** What a round keeps of a page that was read and checked. */
export function logOf(reading: PageReading, findings: readonly Finding[], context: CheckContext): PageLog {
  const { site, column } = context.belonging
  const siteKey = site?.id ?? hostOf(reading.url)
  const isColumn = reading.kind === 'column' || reading.kind === 'letters'
  return {
    url: reading.url,
    site: siteKey,
    kind: reading.kind,
    title: reading.title,
    column: isColumn ? (column?.id ?? columnKey(siteKey, reading)) : null,
    columnName: column?.name ?? reading.columnName,
    freshness: freshnessOf(reading, context),
    listState: reading.listState,
    letters: reading.letters.length,
    guideMissing: findings.filter((f) => f.check === 'guide/missing-element' && f.severity !== 'doubtful').length,
    findings: findings.map(({ check, indicator, severity, evidence }) => ({ check, indicator, severity, evidence })),
    readAt: reading.readAt,
  }
}

/** The same column on its first and later pages: site, breadcrumb and name. */
function columnKey(site: string, reading: PageReading): string {
  const path = reading.columnPath.length > 0 ? reading.columnPath : [reading.columnName ?? '']
  return path.join('') === '' ? reading.url.replace(/[?#].*$/, '') : `${site}/${path.join('/')}`
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return ''
  }
}
