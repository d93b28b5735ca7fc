import { activeTab, activeTabOf, tabById, type TabBrief } from '../browser/tabs.ts'
import { PlainError } from '../errors.ts'

/**
 * Where the popup's content stands. In the toolbar: for the tab in front, or for a named one where it is shown outside the toolbar.
 * As a side panel it stays open and follows the tab in front of its window; null: the window that it belongs to.
 */
export type PopupPlace = { kind: 'toolbar'; tabId: number | null } | { kind: 'panel'; windowId: number | null }

/** `#tab=12`: for a named tab, where it is shown outside the toolbar; `#window=3`: a side panel outside the window that it follows. */
export function placeOf(hash: string, isPanel: boolean): PopupPlace {
  const named = (what: string) => {
    const id = new RegExp(`^#${what}=(\\d+)$`).exec(hash)?.[1]
    return id === undefined ? null : Number(id)
  }
  return isPanel ? { kind: 'panel', windowId: named('window') } : { kind: 'toolbar', tabId: named('tab') }
}

/** The tab that it shows. @throws PlainError where there is none */
export async function tabAt(place: PopupPlace): Promise<TabBrief> {
  const tab = await (place.kind === 'panel' ? activeTabOf(place.windowId) : place.tabId === null ? activeTab() : tabById(place.tabId))
  if (!tab) throw new PlainError({ key: 'app.error.tab-gone' })
  return tab
}
