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
