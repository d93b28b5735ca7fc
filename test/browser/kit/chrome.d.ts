/** The little of the extension API that tests call inside the extension's own pages. */
declare const chrome: {
  tabs: {
    query: (what: { url: string }) => Promise<{ id?: number; windowId: number }[]>
    sendMessage: (tabId: number, message: unknown) => Promise<unknown>
    create: (what: { url: string }) => Promise<{ id?: number }>
    captureVisibleTab: (windowId: number) => Promise<string>
  }
  runtime: {
    sendMessage: (message: unknown) => Promise<unknown>
    getURL: (path: string) => string
    reload: () => void
  }
  scripting: { getRegisteredContentScripts: () => Promise<{ id: string; matches?: string[]; excludeMatches?: string[] }[]> }
  contextMenus: { onClicked: { dispatch: (...args: unknown[]) => void } }
  commands: { onCommand: { dispatch: (...args: unknown[]) => void } }
  alarms: { create: (name: string, when: { when: number }) => Promise<void>; get: (name: string) => Promise<{ scheduledTime: number } | undefined> }
  action: { getBadgeText: (of: { tabId?: number }) => Promise<string>; getTitle: (of: { tabId: number }) => Promise<string> }
}
