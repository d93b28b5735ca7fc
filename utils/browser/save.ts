import { browser } from './api.ts'

/** How long the browser may need to start reading what is saved, in ms; the address is kept alive so long. */
const ALIVE = 60_000

/** The file that was handed over last, kept so that it can be handed over again. */
let last: { name: string; file: Blob } | null = null
const listeners = new Set<(name: string | null) => void>()

/** Hands a file to the browser's downloads, which tell nobody whether they took it. Works in our own pages only. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  last = { name, file: new Blob(parts, { type }) }
  saveAgain()
  for (const tell of listeners) tell(name)
}

/** Hands the last file over once more, where the browser refused it or it went astray. */
export function saveAgain(): void {
  if (!last) return
  const url = URL.createObjectURL(last.file)
  const link = document.createElement('a')
  link.href = url
  link.download = last.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), ALIVE)
}

/** Lets go of the last file. */
export function forgetSaved(): void {
  last = null
  for (const tell of listeners) tell(null)
}

/** Calls back with the name of each file that is handed over, null when it is let go. @returns what stops it */
export function onSaved(tell: (name: string | null) => void): () => void {
  listeners.add(tell)
  tell(last?.name ?? null)
  return () => void listeners.delete(tell)
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
