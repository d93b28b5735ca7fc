import { siteKeyOf } from '../checks/log.ts'
import { hostOf } from '../address.ts'
import { sameAddress } from '../ledger/fingerprint.ts'
import { belongingOf } from '../roster/match.ts'
import type { PageLog } from '../types/round.ts'
import type { Roster } from '../types/roster.ts'

/** Site of an address by the roster of today. */
export function siteAt(url: string, roster: Roster): { key: string; name: string } {
  const host = hostOf(url)
  const { site } = belongingOf({ url, contentSource: null }, roster)
  return { key: siteKeyOf(site, host), name: site?.name ?? host }
}

/** A log seen with the roster of today: pages may have been read before the roster was imported, or before it was mended. */
export function rehomed(log: PageLog, roster: Roster): PageLog {
  const { site, column } = belongingOf({ url: log.url, contentSource: null, columnName: log.columnName }, roster)
  const isColumns = column !== null && (log.columnKeys.length > 0 || sameAddress(`http://${column.prefix}`) === log.address)
  return {
    ...log,
    site: siteKeyOf(site, log.host),
    siteName: site?.name ?? log.siteName,
    columnId: isColumns ? column.id : null,
    columnKeys: column && log.columnKeys.length > 0 ? [...new Set([`id ${column.id}`, ...log.columnKeys])] : log.columnKeys,
  }
}
