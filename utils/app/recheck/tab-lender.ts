import { openQuietTab, type QuietTab } from '../../browser/quiet-tab.ts'

export interface TabLender {
  /** Lends our one tab; who comes meanwhile waits. Null where the page may not be opened. */
  lend: <T>(url: string, work: (tab: QuietTab) => Promise<T>) => Promise<T | null>
  close: () => Promise<void>
}

export interface TabLenderDeps {
  shown: () => Promise<boolean>
  mayOpen: (url: string) => Promise<boolean>
  /** Told before the first page is opened, so that the background knows the tab for ours. */
  announce: (tabId: number | null) => Promise<void>
}

/** One tab for all pages of a re-check, opened when first needed and anew where a person closed it. */
export function createTabLender({ shown, mayOpen, announce }: TabLenderDeps): TabLender {
  let tab: QuietTab | null = null
  let last: Promise<unknown> = Promise.resolve()
  const ours = async (): Promise<QuietTab> => {
    if (tab && (await tab.now())) return tab
    tab = await openQuietTab(await shown())
    await announce(tab.id)
    return tab
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    lend: async (url, work) => ((await mayOpen(url)) ? inTurn(async () => work(await ours())) : null),
    close: () =>
      inTurn(async () => {
        await tab?.close()
        tab = null
        await announce(null)
      }),
  }
}
