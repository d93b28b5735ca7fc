import { hostOf } from '../address.ts'
import { onTabsChange, type TabBrief } from '../browser/tabs.ts'
import { ask, askPage } from '../browser/transport.ts'
import { PlainError, report } from '../errors.ts'
import type { Glance } from '../types/glance.ts'

/** How often a page is asked again, in ms: what is being read or looked at changes all the time. */
const AGAIN = 400
/** A side panel is open for hours: what is at rest is asked now and then; where nothing is read, less and less often. */
const [AT_REST, SELDOM] = [1000, 5000]

/** What one look sees; no tab where there is none. */
export interface Look {
  tab: TabBrief | null
  glance: Glance
}

/** What follows a tab: `now` looks at once. */
export interface Following {
  now: () => void
  stop: () => void
}

/**
 * Tells what there is to see of the tab that `find` names, again and again. `stays`: the tab may be another one each time, and it is
 * told at once when that changes. `first`: a look that has begun already.
 */
export function followGlance(find: () => Promise<TabBrief>, stays: boolean, tell: (tab: TabBrief | null, glance: Glance) => void, first: Promise<Look>): Following {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The look under way; one that was overtaken says nothing. */
  let latest = 0
  let pause = AGAIN
  let begun: Promise<Look> | null = first
  const look = async () => {
    clearTimeout(timer)
    const own = ++latest
    const looking = begun ?? lookAt(find, stays)
    begun = null
    const { tab, glance } = await looking
    if (own !== latest) return
    tell(tab, glance)
    if (stays) pause = pauseAfter(glance, pause)
    timer = setTimeout(start, pause)
  }
  const start = () => void look().catch(report)
  const now = () => {
    pause = AGAIN
    start()
  }
  const deafen = stays ? onTabsChange(now) : undefined
  now()
  return {
    now,
    stop: () => {
      latest = Number.POSITIVE_INFINITY
      clearTimeout(timer)
      deafen?.()
    },
  }
}

/** What there is to see of the tab that `find` names. */
export async function lookAt(find: () => Promise<TabBrief>, stays: boolean): Promise<Look> {
  try {
    const tab = await find()
    return { tab, glance: await glanceOf(tab, stays) }
  } catch (error) {
    // While a tab is being closed there is none in front.
    if (!(error instanceof PlainError)) throw error
    return { tab: null, glance: { state: 'restricted', url: '', host: '', says: error.says } }
  }
}

function pauseAfter(glance: Glance, before: number): number {
  if (glance.state === 'off' || glance.state === 'restricted') return Math.min(before * 2, SELDOM)
  const atRest = glance.state === 'ready' && !glance.pending && glance.links.done >= glance.links.total && !glance.pictures?.running
  return atRest ? AT_REST : AGAIN
}

/** What there is to see of a tab; where no content script answers, why. */
async function glanceOf({ id, url }: TabBrief, stays: boolean): Promise<Glance> {
  const host = hostOf(url)
  // Only a click on the toolbar's icon lets us know the address of a page that we may not read.
  if (url === '' && stays) return { state: 'restricted', url, host, says: { key: 'app.error.unseen-page' } }
  if (!/^https?:/.test(url)) return { state: 'restricted', url, host, says: { key: 'app.error.restricted-page' } }
  try {
    return await askPage(id, 'page.glance', null)
  } catch (error) {
    if (!(error instanceof PlainError)) throw error
    const { on } = await ask('site.state', { url })
    if (on) return { state: 'restricted', url, host, says: { key: 'app.error.no-page' } }
    return { state: 'off', url, host, says: { key: host.endsWith('.gov.cn') ? 'app.off' : 'app.not-switched-on' } }
  }
}
