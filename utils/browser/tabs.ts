import type { Tabs } from 'webextension-polyfill'
import { browser } from './api.ts'
import { ownUrl } from './runtime.ts'

/** What is known of a tab without reading its page. */
export interface TabBrief {
  id: number
  windowId: number
  url: string
  title: string
  /** True when it is the tab shown in its window: only that one can be captured. */
  active: boolean
  private: boolean
}

/** The tab in front of the person, or null where there is none. */
export async function activeTab(): Promise<TabBrief | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  return tab ? briefOf(tab) : null
}

/** The tab in front in a window; null: in the window that our page itself belongs to, as a side panel does. */
export async function activeTabOf(windowId: number | null): Promise<TabBrief | null> {
  const [tab] = await browser.tabs.query({ active: true, ...(windowId === null ? { currentWindow: true } : { windowId }) })
  return tab ? briefOf(tab) : null
}

/** Calls back when another tab comes to the front anywhere, or one goes to another page. @returns what stops it */
export function onTabsChange(changed: () => void): () => void {
  const updated = (_id: number, { url, status }: { url?: string; status?: string }) => {
    if (url !== undefined || status !== undefined) changed()
  }
  browser.tabs.onActivated.addListener(changed)
  browser.tabs.onUpdated.addListener(updated)
  return () => {
    browser.tabs.onActivated.removeListener(changed)
    browser.tabs.onUpdated.removeListener(updated)
  }
}

/** The window that our page belongs to. */
export async function ownWindow(): Promise<number | null> {
  // Firefox for Android has no windows.
  return (await browser.windows?.getCurrent())?.id ?? null
}

/** @returns null when the tab is gone. */
export async function tabById(id: number): Promise<TabBrief | null> {
  return browser.tabs.get(id).then(briefOf, () => null)
}

/** Whether a tab is still getting what it shows. */
export async function isLoading(id: number): Promise<boolean> {
  return browser.tabs.get(id).then(({ status }) => status === 'loading', () => false)
}

/** Opens the ledger page at `hash`, or shows it where it is open already. */
export async function openLedgerPage(hash: string): Promise<void> {
  const page = ownUrl('/ledger.html')
  const url = page + hash
  const [open] = await browser.tabs.query({ url: page })
  if (open?.id === undefined) await browser.tabs.create({ url })
  else await browser.tabs.update(open.id, { active: true, ...(open.url === url ? {} : { url }) })
}

/** Brings a tab to the front of its window, and its window to the front. */
export async function showTab(id: number): Promise<void> {
  const windowId = (await browser.tabs.update(id, { active: true }))?.windowId
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true })
}

/** Zoom of a tab, 1 for 100 %; null where the browser does not tell. */
export async function zoomOf(id: number): Promise<number | null> {
  return browser.tabs.getZoom(id).catch(() => null)
}

/** Goes to an address in a tab that is there. */
export async function goTo(id: number, url: string): Promise<void> {
  await browser.tabs.update(id, { url, active: true })
}

/** Opens any page in a new tab, in front. @returns the tab's id */
export async function openPage(url: string): Promise<number | null> {
  return (await browser.tabs.create({ url })).id ?? null
}

export function briefOf(tab: Tabs.Tab): TabBrief | null {
  if (tab.id === undefined) return null
  return {
    id: tab.id,
    windowId: tab.windowId ?? 0,
    url: tab.url ?? '',
    title: tab.title ?? '',
    active: tab.active,
    private: tab.incognito,
  }
}
