import { LEDGER_TABS, type LedgerTab } from '../../components/ledger/LedgerShell.tsx'

/** What the address after `#` names: `#/issues/<id>`, `#/roster`, `#/welcome`. */
export interface Route {
  tab: LedgerTab
  id: string | null
  welcome: boolean
}

export function routeOf(hash: string): Route {
  const [, name = '', id = null] = hash.split('/')
  const tab = LEDGER_TABS.find((tab) => tab === name) ?? 'issues'
  return { tab, id: name === 'issues' ? id : null, welcome: name === 'welcome' || name === 'allow' }
}
