import { browser } from './api.ts'

const ID = 'page'
const FILES = ['/content-scripts/page.js' as const]
/** WXT knows of them once they were built. */
const CAPTURE = '/capture-layer.js' as unknown as (typeof FILES)[0]
const WINDOWS = '/page-windows.js' as unknown as (typeof FILES)[0]
const STYLES = ['/content-scripts/page.css' as const]

/** Where the content script runs: match patterns, and those left out. */
export interface ScriptScope {
  matches: string[]
  excludeMatches: string[]
}

/**
 * Makes the browser run the content script on just these pages, from the next load on.
 * A site that is switched off gets no code at all, so nothing there has to check a switch.
 * @param unlessKnown leaves alone what it was made to run on before
 */
export async function keepContentScript(scope: ScriptScope, unlessKnown = false): Promise<void> {
  if (!canRegister()) return
  const script = { id: ID, js: FILES, css: STYLES, runAt: 'document_idle' as const, allFrames: false, persistAcrossSessions: true, ...scope }
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] })
  if (unlessKnown && known.length) return
  if (!scope.matches.length) {
    if (known.length) await browser.scripting.unregisterContentScripts({ ids: [ID] })
  } else if (known.length) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}

/** Not in the legacy build, whatever the types say. */
function canRegister(): boolean {
  return 'scripting' in browser && 'registerContentScripts' in browser.scripting
}

/** Browsers without `scripting.registerContentScripts` (legacy build) get the script when a page has loaded. */
export function injectOnLoad(wanted: (url: string) => Promise<boolean>): void {
  if (canRegister()) return
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status !== 'complete' || !tab.url) return
    void wanted(tab.url).then((yes) => (yes ? injectInto(tabId) : undefined))
  })
}

/** Puts the layer that takes pictures into a page; a second time changes nothing. Rejects where the browser does not allow it. */
export function injectCapture(tabId: number): Promise<void> {
  return put(CAPTURE, tabId)
}

/** Puts the windows of our layer into a page; a second time changes nothing. Rejects where the browser does not allow it. */
export function injectWindows(tabId: number): Promise<void> {
  return put(WINDOWS, tabId)
}

/** Into the page itself, not into frames in it. */
async function put(file: (typeof FILES)[0], tabId: number): Promise<void> {
  if (canRegister()) await browser.scripting.executeScript({ target: { tabId }, files: [file] })
  else await browser.tabs.executeScript(tabId, { file })
}

/** An open page that we may talk to. */
export interface Injected {
  tabId: number
  url: string
}

/** Open tabs that show pages of a host. */
export async function pagesOf(hostname: string): Promise<Injected[]> {
  const tabs = await browser.tabs.query({ url: `*://${hostname}/*` })
  return tabs.flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [{ tabId: id, url }]))
}

/** Runs the content script in an open page now. Rejects where the browser does not allow it. */
export async function injectInto(tabId: number): Promise<void> {
  if (canRegister()) {
    await browser.scripting.insertCSS({ target: { tabId }, files: STYLES })
    await browser.scripting.executeScript({ target: { tabId }, files: FILES })
  } else {
    await browser.tabs.insertCSS(tabId, { file: STYLES[0]! })
    await browser.tabs.executeScript(tabId, { file: FILES[0]! })
  }
}
