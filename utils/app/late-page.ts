import type { TabBrief } from '../browser/tabs.ts'
import { saysThat } from '../errors.ts'
import type { In, Out, ToPage } from '../messages.ts'

/** What asking a page that loads needs of the browser. */
export interface LatePageDeps {
  askPage: <K extends keyof ToPage & string>(tabId: number, name: K, data: In<ToPage, K>) => Promise<Out<ToPage, K>>
  /** Whether our script is still to come into a tab: it belongs on that site, and the page is loading. */
  stillComes: (tab: TabBrief) => Promise<boolean>
  wait: (ms: number) => Promise<void>
}

/** A page that is still loading is waited for so long, and asked so often, in ms: browsers put our script in when all of its words are there. */
const PATIENCE = 3_000
const STEP = 100

/** As `askPage`, also of a page that our script is not in yet. @throws PlainError `app.error.no-page` where it does not come, or not in time */
export async function askLatePage<K extends keyof ToPage & string>({ askPage, stillComes, wait }: LatePageDeps, tab: TabBrief, name: K, data: In<ToPage, K>): Promise<Out<ToPage, K>> {
  let comes = true
  for (let left = PATIENCE; ; left -= STEP) {
    try {
      return await askPage(tab.id, name, data)
    } catch (error) {
      if (!comes || left <= 0 || !saysThat(error, 'app.error.no-page')) throw error
    }
    // What has loaded meanwhile is asked once more: our script may have come just now.
    comes = await stillComes(tab)
    if (comes || left < PATIENCE) await wait(STEP)
  }
}
