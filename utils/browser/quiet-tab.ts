import { browser } from './api.ts'
import { briefOf, type TabBrief } from './tabs.ts'

/** Where nothing is shown. */
export const BLANK = 'about:blank'

/** A tab of our own, in which pages are opened to be read and then closed. */
export interface QuietTab {
  id: number
  windowId: number
  go: (url: string) => Promise<void>
  /** What the tab shows now, and whether more is on its way; null when a person closed it. */
  now: () => Promise<(TabBrief & { loading: boolean }) | null>
  close: () => Promise<void>
}

const SIZE = { width: 1280, height: 900 }

/**
 * Opens an empty tab. `shown`: in a window of its own that does not take the focus, because only a tab in front of its window
 * can be photographed; else behind the others of this window.
 */
export async function openQuietTab(shown: boolean): Promise<QuietTab> {
  const tab = shown ? await inWindow() : await browser.tabs.create({ url: BLANK, active: false })
  const id = tab?.id
  if (tab === undefined || id === undefined) throw new Error('the browser opened no tab')
  return {
    id,
    windowId: tab.windowId ?? 0,
    go: async (url) => {
      await browser.tabs.update(id, { url })
    },
    now: async () => {
      const tab = await browser.tabs.get(id).catch(() => null)
      const brief = tab && briefOf(tab)
      return brief && { ...brief, loading: tab.status === 'loading' }
    },
    // Closed by a person meanwhile: what is wanted.
    close: () => browser.tabs.remove(id).catch(() => undefined),
  }
}

async function inWindow() {
  const opened = await browser.windows
    .create({ url: BLANK, type: 'popup', focused: false, ...SIZE })
    // Firefox below 86 knows no `focused`.
    .catch(() => browser.windows.create({ url: BLANK, type: 'popup', ...SIZE }))
  return opened?.tabs?.[0] ?? (opened?.id === undefined ? undefined : (await browser.tabs.query({ windowId: opened.id }))[0])
}

/** Closes a tab of an earlier run, if it is there and still shows one of these pages: numbers of tabs are given anew with every start. */
export async function closeLeftTab(id: number, wasOurs: (url: string) => boolean): Promise<void> {
  const tab = await browser.tabs.get(id).catch(() => null)
  if (tab && wasOurs(tab.url ?? '')) await browser.tabs.remove(id).catch(() => undefined)
}
