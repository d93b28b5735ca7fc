import { browser } from './api.ts'

/** How long the browser may need to start reading what is saved, in ms; the address is kept alive so long. */
const ALIVE = 60_000

/** Hands a file to the browser's downloads. Works in our own pages only. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), ALIVE)
}

/** Puts plain text on the clipboard. Straight from a click, in our own pages only; rejects where the browser refuses. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

/** Whether the browser keeps our data even when the disk is nearly full: asked for, or by the permission `unlimitedStorage`, which exempts from eviction. */
export async function isPersisted(): Promise<boolean> {
  const persisted = (await navigator.storage?.persisted?.()) ?? false
  return persisted || browser.permissions.contains({ permissions: ['unlimitedStorage'] })
}

/** Asks for it; in windows only. Chromium decides by itself and often says no to an extension that is exempt anyway; Firefox may ask the person. */
export async function askToPersist(): Promise<boolean> {
  await navigator.storage?.persist?.()
  return isPersisted()
}

/** Forgets what our own pages keep of how they were last looked at. */
export function forgetOwnPages(): void {
  localStorage.clear()
  sessionStorage.clear()
}
