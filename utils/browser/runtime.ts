import { browser } from './api.ts'

/** Language of the browser's interface, BCP 47. */
export function browserLanguage(): string {
  return browser.i18n?.getUILanguage?.() ?? 'zh-CN'
}

/** Address of one of our own files. WXT types the path by what was built last, which a fresh clone has not. */
export function ownUrl(path: string): string {
  return (browser.runtime.getURL as (path: string) => string)(path)
}

/** True for addresses of our own pages. */
export function isOwnPage(url: string | undefined): boolean {
  return url !== undefined && url.startsWith(ownUrl('/'))
}

/** Version of the extension, from the manifest. */
export function version(): string {
  return browser.runtime.getManifest().version
}
