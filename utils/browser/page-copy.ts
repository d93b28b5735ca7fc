import { browser } from './api.ts'

/** The part of the API that Firefox lacks, and that is there only once its permission was granted. */
interface PageCapture {
  saveAsMHTML: (what: { tabId: number }, done: (file?: Blob) => void) => void
}

const PERMISSION = 'pageCapture'

/** Whether this browser can save a page as one file at all. */
export function canCopyPages(): boolean {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest() as { permissions?: string[]; optional_permissions?: string[] }
  return [...permissions, ...optional].includes(PERMISSION)
}

/** Asks for the permission. Must be called straight from a click. */
export function askToCopyPages(): Promise<boolean> {
  return browser.permissions.request({ permissions: [PERMISSION] } as Parameters<typeof browser.permissions.request>[0])
}

/** The page of a tab as one MHTML file, as the browser has it now. Works in our own pages. Rejects with what the browser says. */
export function copyPage(tabId: number): Promise<Blob> {
  const { chrome } = globalThis as unknown as { chrome: { pageCapture?: PageCapture; runtime: { lastError?: { message?: string } } } }
  return new Promise((resolve, reject) => {
    if (!chrome.pageCapture) return reject(new Error('no pageCapture'))
    chrome.pageCapture.saveAsMHTML({ tabId }, (file) => (file ? resolve(file) : reject(new Error(chrome.runtime.lastError?.message ?? 'no file'))))
  })
}
