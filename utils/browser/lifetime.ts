/**
 * How long a content script lives; in place of WXT's class of this name (wxt.config.ts), whose scripts tell each other of their start
 * by an event of the document, so that any page could end ours. Here the one before is found in our own world, which no page sees.
 * One from before an update is in another world: it ends itself when it sees the page change (`isOutdated`).
 */
export class ContentScriptContext {
  private readonly over = new AbortController()

  /** @param name of the script: one that is put in again ends the one before */
  constructor(name: string) {
    const home = globalThis as unknown as Record<string, (() => void) | undefined>
    const key = `duwang-script-${name}`
    // A page may have an element of this name, which is never the window's own property.
    if (Object.prototype.hasOwnProperty.call(home, key)) home[key]?.()
    home[key] = () => this.over.abort()
  }

  get signal(): AbortSignal {
    return this.over.signal
  }

  onInvalidated(over: () => void): () => void {
    this.signal.addEventListener('abort', over)
    return () => this.signal.removeEventListener('abort', over)
  }
}
