import type { Tabs } from 'webextension-polyfill'
import { browser } from './api.ts'
import { briefOf, type TabBrief } from './tabs.ts'

/** What the person pointed at when using a context menu. */
export interface MenuTarget {
  selection: string
  imageUrl: string
}

type Where = 'page' | 'selection' | 'image' | 'link'

/** One entry of the context menu. Browsers put several of one extension into a submenu under its name. */
export interface MenuEntry {
  id: string
  title: string
  contexts: [Where, ...Where[]]
}

/**
 * The context menu's entries. They are asked for anew at each start, so that they follow the language.
 * A background that stays (MV2) makes them anew at each start, because the browser forgets them; one that sleeps finds them there and only renews them.
 * @returns what writes them again, in another language
 */
export function onMenu(entries: () => MenuEntry[], chosen: (id: string, tab: TabBrief, target: MenuTarget) => void): () => void {
  const write = () => {
    for (const { id, ...entry } of entries()) browser.contextMenus.update(id, entry).catch(() => browser.contextMenus.create({ id, ...entry }))
  }
  write()
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const brief = tab && briefOf(tab)
    if (brief) chosen(String(info.menuItemId), brief, { selection: info.selectionText ?? '', imageUrl: info.mediaType === 'image' ? (info.srcUrl ?? '') : '' })
  })
  return write
}

/** Keyboard shortcuts of the manifest, by name. */
export function onShortcut(pressed: (command: string, tab: TabBrief | null) => void): void {
  browser.commands.onCommand.addListener((command: string, tab?: Tabs.Tab) => {
    pressed(command, tab ? briefOf(tab) : null)
  })
}

/** Has the background started with the browser, and not only when something wakes it: what waits for a server goes out, and alarms are set anew. */
export function startWithBrowser(): void {
  browser.runtime.onStartup.addListener(() => undefined)
}

/** The first minute: called once, right after the extension was installed by a person (not by an administrator's policy). */
export function onFirstInstall(installed: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') installed()
  })
}
