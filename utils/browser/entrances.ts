import type { Tabs } from 'webextension-polyfill'
import { browser } from './api.ts'
import { briefOf, type TabBrief } from './tabs.ts'

/** What the person pointed at when using a context menu. */
export interface MenuTarget {
  selection: string
  imageUrl: string
}

type Where = 'page' | 'selection' | 'image' | 'link'

const WHERE: [Where, ...Where[]] = ['page', 'selection', 'image', 'link']

/**
 * The context menu's only entry, on a page, a selection or an image. `title` is asked for anew at each start, so that it follows the language.
 * A background that stays (MV2) makes it anew at each start, because the browser forgets it; one that sleeps finds it there and only renews it.
 */
export function onMenu(title: () => string, chosen: (tab: TabBrief, target: MenuTarget) => void): void {
  const entry = { title: title(), contexts: WHERE }
  browser.contextMenus.update('record', entry).catch(() => browser.contextMenus.create({ id: 'record', ...entry }))
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const brief = tab && briefOf(tab)
    if (brief) chosen(brief, { selection: info.selectionText ?? '', imageUrl: info.mediaType === 'image' ? (info.srcUrl ?? '') : '' })
  })
}

/** Keyboard shortcuts of the manifest, by name. */
export function onShortcut(pressed: (command: string, tab: TabBrief | null) => void): void {
  browser.commands.onCommand.addListener((command: string, tab?: Tabs.Tab) => {
    pressed(command, tab ? briefOf(tab) : null)
  })
}

/** The first minute: called once, right after the extension was installed by a person (not by an administrator's policy). */
export function onFirstInstall(installed: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') installed()
  })
}
