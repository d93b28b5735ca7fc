/** Reads an address; null for what is none. `URL.canParse` came with Chromium 120, desktops here still run 86. */
export function addressOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Host with port of an address, '' for what is none. */
export function hostOf(text: string): string {
  return addressOf(text)?.host ?? ''
}

/** Whether an address is of a page that somebody publishes: neither a page of the browser's (also its view of a source) nor one of ours is anybody's website, though some can be pictured. */
export function isPublished(address: string): boolean {
  return /^(?:https?|file|blob|ftp):/.test(address)
}
