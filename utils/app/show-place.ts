import type { Injected } from '../browser/scripts.ts'
import { PlainError } from '../errors.ts'
import type { In, Out, ToPage } from '../messages.ts'
import { shortNumber, type Issue } from '../types/issue.ts'
import { webAddress } from './web-address.ts'

/** What showing an issue's place needs of the browser. */
export interface ShowDeps {
  pagesOf: (hostname: string) => Promise<Injected[]>
  showTab: (tabId: number) => Promise<void>
  /** Opens a tab in front; null where the browser gives it no id. */
  openPage: (url: string) => Promise<number | null>
  askPage: <K extends keyof ToPage & string>(tabId: number, name: K, data: In<ToPage, K>) => Promise<Out<ToPage, K>>
  wait: (ms: number) => Promise<void>
  /** Milliseconds of any clock that goes on. */
  clock: () => number
}

/** How long a page may take until our script answers in it, in ms. Slow government servers take ten seconds. */
const PATIENCE = 20_000
const AGAIN = 250

/** `unread`: the page is open, but no script of ours answers there (a site that is switched off, a PDF, an error page). */
export type Shown = Out<ToPage, 'page.show'> | 'unread'

/** 打开原网页并定位: the page in a tab in front (the one it is open in already, else a new one), and its place marked. @throws PlainError for what is no web page */
export async function showPlace(deps: ShowDeps, issue: Issue): Promise<Shown> {
  const { url, severity, anchor, quote } = issue
  const open = (await deps.pagesOf(webAddress(url).hostname)).find((page) => page.url === url)
  if (open) await deps.showTab(open.tabId)
  const tabId = open?.tabId ?? (await deps.openPage(url))
  if (tabId === null) return 'unread'
  for (const end = deps.clock() + PATIENCE; ; await deps.wait(AGAIN)) {
    try {
      return await deps.askPage(tabId, 'page.show', { number: shortNumber(issue), severity, anchor, quote: quote.slice(0, 200) })
    } catch (error) {
      const silent = error instanceof PlainError && error.says.key === 'app.error.no-page'
      if (!silent) throw error
      if (deps.clock() > end) return 'unread'
    }
  }
}
