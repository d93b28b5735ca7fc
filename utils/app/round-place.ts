import type { Ledger } from '../ledger/ledger.ts'
import { readingLogged } from '../ledger/readings.ts'
import { placeOf, takeStep } from '../ledger/routes.ts'
import { readSettings } from '../ledger/settings.ts'
import { keepVisit } from '../ledger/visits.ts'
import type { Handlers, Sender, ToBackground } from '../messages.ts'
import type { RoundPlace } from '../types/route.ts'

/** What the background's part of a reading round depends on. */
export interface RoundDeps {
  ledger: Ledger
  /** Goes to an address in a tab. */
  goTo: (tabId: number, url: string) => Promise<void>
}

/** 读网记录 and route, as pages and the popup ask for them. */
export function roundHandlers(deps: RoundDeps): Pick<Handlers<ToBackground>, 'page.visit' | 'round.place' | 'route.step'> {
  const { db, now, reader } = deps.ledger
  return {
    'page.visit': async ({ id, url, seconds, findings }, sender) => {
      if (!(await isLogged(deps.ledger, sender))) return false
      const at = now().toISOString()
      const log = await readingLogged(db, url, at)
      // Nothing was kept of a page that was read while the log was paused.
      if (!log) return false
      await keepVisit(db, { id, seconds, findings }, log, await reader(), at)
      return true
    },
    'round.place': (_, sender) => placeFor(deps.ledger, sender),
    'route.step': async ({ step, tabId }, sender) => {
      const stepped = await takeStep(db, step)
      const tab = sender.own ? tabId : sender.tabId
      if ('open' in stepped && tab !== null) await deps.goTo(tab, stepped.open.url)
      const none = 'none' in stepped && stepped.none !== 'quiet' ? stepped.none : null
      return { place: await placeOf(db), says: none && { key: `common.route.${none}` } }
    },
  }
}

/** Whether what a page says is kept: not in a private window, and not while the person has paused the log. */
export async function isLogged({ db }: Pick<Ledger, 'db'>, sender: Pick<Sender, 'private'>): Promise<boolean> {
  return !sender.private && !(await readSettings(db)).logPaused
}

/** The place in the reading route; a private window has none. */
export async function placeFor({ db }: Pick<Ledger, 'db'>, sender: Pick<Sender, 'private'>): Promise<RoundPlace> {
  return sender.private ? { route: null, logPaused: false } : placeOf(db)
}
