import { LEDGER_TABS, type LedgerTab } from '../../components/ledger/LedgerShell.tsx'
import type { Section } from '../../components/ledger/SectionSheet.tsx'
import { settingsSection, type SettingsSection } from '../../components/ledger/settings/sections.ts'
import { filterOfQuery, type IssueFilter } from '../../utils/types/filter.ts'

/** What the address after `#` names: `#/issues/<id>`, `#/roster`, `#/welcome`. */
export interface Route {
  tab: LedgerTab
  /** Issue of `#/issues/<id>`, unit of `#/units/<id>`. */
  id: string | null
  /** `#/issues/<id>/mark` and `/mark/<n>`: which of its pictures is marked up, from 0. */
  mark: number | null
  /** `#/issues?unit=<id>&status=open`: what the list is asked to show; see `filterOfQuery`. */
  filter: IssueFilter | null
  /** `#/recheck?unit=<id>`: the unit to look at again. */
  unitId: string | null
  welcome: boolean
  /** The part of a tab that has parts; null for others. */
  section: Section | null
  /** `#/settings/<section>`. */
  settings: SettingsSection
  /** `#/roster/page/<tab>`: the tab whose page the roster is taken from. */
  fromTab: number | null
  /** `#/export/sync`: the lists of this week are written at once. */
  sync: boolean
  /** `#/allow/<id>`: the issue that waits for its picture. */
  forIssue: string | null
}

/** Addresses of the parts of tabs. */
export const SECTION_AT: Record<Section, string> = {
  units: '#/units', roster: '#/roster', rounds: '#/rounds', log: '#/rounds/log', sites: '#/selfcheck', accounts: '#/selfcheck/accounts',
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.split('?')
  const [, name = '', id = null, what, which] = path.split('/')
  return {
    tab: name === 'roster' ? 'units' : (LEDGER_TABS.find((tab) => tab === name) ?? 'issues'),
    id: name === 'issues' || name === 'units' ? id : null,
    mark: name === 'issues' && what === 'mark' ? Math.max(0, (Number(which) || 1) - 1) : null,
    filter: filterOfQuery(query),
    unitId: new URLSearchParams(query).get('unit'),
    welcome: name === 'welcome' || name === 'allow',
    section: sectionOf(name, id),
    settings: settingsSection(name === 'settings' ? id : null),
    fromTab: name === 'roster' && id === 'page' ? Number(path.split('/')[3]) || null : null,
    sync: name === 'export' && id === 'sync',
    forIssue: name === 'allow' ? id : null,
  }
}

function sectionOf(name: string, id: string | null): Section | null {
  if (name === 'units' || name === 'roster') return name
  if (name === 'rounds') return id === 'log' ? 'log' : 'rounds'
  return name === 'selfcheck' ? (id === 'accounts' ? 'accounts' : 'sites') : null
}
