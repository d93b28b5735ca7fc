import { browser } from './api.ts'

interface Panels {
  /** Chromium 116. */
  sidePanel?: { open?: (where: { windowId: number }) => Promise<void> }
  /** Firefox. */
  sidebarAction?: { open?: () => Promise<void> }
}

/**
 * What opens our page beside the page that is read, in the window asked for; null where the browser has no such place or opens it
 * only by its own menu. Must be called straight from a click or a shortcut.
 */
export function sidePanelOpener(): ((windowId: number) => Promise<void>) | null {
  const { sidePanel, sidebarAction } = browser as unknown as Panels
  if (sidePanel?.open) return (windowId) => sidePanel.open!({ windowId })
  // Firefox takes it for its window in front, and forgets the click as soon as anything else is waited for.
  return sidebarAction?.open ? () => sidebarAction.open!() : null
}
