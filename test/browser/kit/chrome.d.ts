/** The little of the extension API that tests call inside the extension's own pages. */
declare const chrome: {
  tabs: {
    query: (what: { url: string; discarded?: boolean } | { discarded: true } | { active: true; lastFocusedWindow: true }) => Promise<{ id?: number; windowId: number }[]>
    get: (tabId: number) => Promise<{ id?: number; windowId: number }>
    sendMessage: (tabId: number, message: unknown) => Promise<unknown>
    create: (what: { url: string }) => Promise<{ id?: number }>
    update: (tabId: number, to: { active: true }) => Promise<unknown>
    discard: (tabId: number) => Promise<unknown>
    captureVisibleTab: (windowId: number, how?: { format: 'png' }) => Promise<string>
    setZoom: (tabId: number, zoom: number) => Promise<void>
  }
  storage: { local: { get: (name: string) => Promise<Record<string, unknown>> } }
  runtime: {
    sendMessage: (message: unknown) => Promise<unknown>
    getURL: (path: string) => string
    onConnect: { addListener: (connected: (port: ChromePort) => void) => void; removeListener: (connected: (port: ChromePort) => void) => void }
    reload: () => void
  }
  offscreen: { createDocument: (what: { url: string; reasons: string[]; justification: string }) => Promise<void> }
  scripting: {
    executeScript: (what: { target: { tabId: number }; files: string[] }) => Promise<unknown>
    getRegisteredContentScripts: () => Promise<{ id: string; matches?: string[]; excludeMatches?: string[] }[]>
  }
  permissions: { getAll: () => Promise<{ origins?: string[] }> }
  contextMenus: { onClicked: { dispatch: (...args: unknown[]) => void }; update: (id: string, to: object) => Promise<void> }
  commands: { onCommand: { dispatch: (...args: unknown[]) => void }; getAll: () => Promise<{ name: string; shortcut: string }[]> }
  windows: { create: (what: { url: string; width: number; height: number }) => Promise<unknown> }
  alarms: { create: (name: string, when: { when: number }) => Promise<void>; get: (name: string) => Promise<{ scheduledTime: number } | undefined> }
  action: {
    getBadgeText: (of: { tabId?: number }) => Promise<string>
    getTitle: (of: { tabId: number }) => Promise<string>
    setBadgeText: (to: { tabId: number; text: string }) => Promise<void>
    setTitle: (to: { tabId: number; title: string }) => Promise<void>
  }
}

/** A line of ours: items come bit by bit, the end last. */
interface ChromePort {
  name: string
  onMessage: { addListener: (heard: (message: { items: unknown[] } | { end: unknown }) => void) => void }
  onDisconnect: { addListener: (heard: () => void) => void }
  postMessage: (message: object) => void
  disconnect: () => void
}
