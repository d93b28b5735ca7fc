import type { ShortcutLine } from '../types/shortcut.ts'
import { browser } from './api.ts'

/** Firefox lets an extension change its own keys; Chromium has a page of its own for it. */
interface Commands {
  update?: (change: { name: string; shortcut: string }) => Promise<void>
  reset?: (name: string) => Promise<void>
  openShortcutSettings?: () => Promise<void>
}

const commands = () => browser.commands as typeof browser.commands & Commands

/** Where Chromium keeps the keys of all extensions; shells of it know the same address. */
const PAGE = 'chrome://extensions/shortcuts'

/** The extension's shortcuts as they are set now. */
export async function shortcutLines(): Promise<ShortcutLine[]> {
  const all = await commands().getAll()
  // A command without words of its own is the one that opens the popup, in some browsers.
  return all.map(({ name = '', description = '', shortcut = '' }) => ({ name, description: description || name, shortcut }))
}

/** Whether keys can be typed into our own page. */
export function mayChangeShortcuts(): boolean {
  return commands().update !== undefined
}

/** Sets keys such as `Alt+Shift+R`; '' takes them away. Rejects what the browser does not allow. */
export async function changeShortcut(name: string, shortcut: string): Promise<void> {
  await commands().update?.({ name, shortcut })
}

/** Opens the browser's own page for shortcuts. @returns false where the browser has none that an extension may open */
export async function openShortcutPage(): Promise<boolean> {
  try {
    if (commands().openShortcutSettings) await commands().openShortcutSettings?.()
    else await browser.tabs.create({ url: PAGE })
    return true
  } catch {
    return false
  }
}
