import { LEDGER_TABS, type LedgerTab } from '../../components/ledger/LedgerShell.tsx'
import { settingsSection, type SettingsSection } from '../../components/ledger/settings/sections.ts'
import type { RoundsSection } from '../../components/ledger/rounds/RoundsSheet.tsx'
import { filterOfQuery, type IssueFilter } from '../../utils/types/filter.ts'
import type { SelfCheckSection } from '../../components/ledger/selfcheck/SelfCheckSheet.tsx'

/** What the address after `#` names: `#/issues/<id>`, `#/roster`, `#/welcome`. */
export interface Route {
  tab: LedgerTab
  /** Issue of `#/issues/<id>`, unit of `#/units/<id>`. */
  id: string | null
  /** `#/issues?unit=<id>&status=open`: what the list is asked to show; see `filterOfQuery`. */
  filter: IssueFilter | null
  /** `#/recheck?unit=<id>`: the unit to look at again. */
  unitId: string | null
  /** `#/recheck`: 复查. */
  recheck: boolean
  welcome: boolean
  /** `#/selfcheck/accounts`: 政务新媒体. */
  section: SelfCheckSection
  /** `#/rounds/log`: 读网记录. */
  rounds: RoundsSection
  /** `#/settings/<section>`. */
  settings: SettingsSection
  /** `#/roster/page/<tab>`: the tab whose page the roster is taken from. */
  fromTab: number | null
  /** `#/export/sync`: the lists of this week are written at once. */
  sync: boolean
  /** `#/allow/<id>`: the issue that waits for its picture. */
  forIssue: string | null
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.split('?')
  const [, name = '', id = null] = path.split('/')
  const tab = LEDGER_TABS.find((tab) => tab === name) ?? 'issues'
  return {
    tab,
    id: name === 'issues' || name === 'units' ? id : null,
    filter: filterOfQuery(query),
    unitId: new URLSearchParams(query).get('unit'),
    recheck: name === 'recheck',
    welcome: name === 'welcome' || name === 'allow',
    section: id === 'accounts' ? 'accounts' : 'sites',
    rounds: name === 'rounds' && id === 'log' ? 'log' : 'rounds',
    settings: settingsSection(name === 'settings' ? id : null),
    fromTab: name === 'roster' && id === 'page' ? Number(path.split('/')[3]) || null : null,
    sync: name === 'export' && id === 'sync',
    forIssue: name === 'allow' ? id : null,
  }
}
