import type { Injected, ScriptScope } from '../browser/scripts.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { changeSetting, DEFAULTS, readSettings } from '../ledger/settings.ts'
import { isOn, scopeOf, switchedTo } from './site-scope.ts'

export interface SiteSwitchDeps {
  db: LedgerDb
  keepScript: (scope: ScriptScope, unlessKnown?: boolean) => Promise<void>
  inject: (tabId: number) => Promise<void>
  pagesOf: (hostname: string) => Promise<Injected[]>
  /** Ends what runs in an open page. */
  end: (tabId: number) => Promise<unknown>
}

/** Turns the extension on and off for whole sites, in open pages too. */
export interface SiteSwitch {
  /** Makes the browser's registration follow the settings; called at every start. */
  keep: () => Promise<void>
  turn: (hostname: string, on: boolean) => Promise<void>
}

export function createSiteSwitch({ db, keepScript, inject, pagesOf, end }: SiteSwitchDeps): SiteSwitch {
  const keep = async () => {
    try {
      await keepScript(scopeOf(await readSettings(db)))
    } catch (error) {
      // A ledger that does not open must not be silence on every page: what runs there says so.
      await keepScript(scopeOf(DEFAULTS), true)
      throw error
    }
  }
  return {
    keep,
    turn: async (hostname, on) => {
      const wanted = switchedTo(on, hostname, await readSettings(db))
      await changeSetting(db, 'sitesOn', () => wanted.sitesOn)
      await changeSetting(db, 'sitesOff', () => wanted.sitesOff)
      await keep()
      const settings = await readSettings(db)
      const pages = await pagesOf(hostname)
      await Promise.all(pages.map(({ tabId, url }) => (isOn(url, settings) ? inject(tabId) : end(tabId)).catch(() => undefined)))
    },
  }
}
