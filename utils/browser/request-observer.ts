import type { RequestObserver, RequestWatch } from '../links/observer.ts'
import type { Hop } from '../types/link.ts'

/** How long a failure's code is waited for after `fetch` has failed: it comes over another channel. */
const CODE_MS = 400

interface Details {
  requestId: string
  url: string
  tabId: number
  statusCode?: number
  redirectUrl?: string
  ip?: string
  error?: string
  responseHeaders?: { name: string }[]
}

interface Event {
  addListener: (listener: (details: never) => void, filter: { urls: string[]; tabId?: number; types?: string[] }, extra?: string[]) => void
}

/** What is used of `webRequest`: it only tells, it blocks nothing. */
export interface WebRequest {
  onBeforeRedirect: Event
  onResponseStarted: Event
  onErrorOccurred: Event
}

class Watch implements RequestWatch {
  requestId: string | null = null
  readonly found: Hop[] = []
  address: string | null = null
  cookie = false
  private code: string | null = null
  private tellCode: () => void = () => undefined
  private readonly told = new Promise<void>((resolve) => {
    this.tellCode = resolve
  })
  private listener: (target: string) => void = () => undefined
  readonly end: () => void
  constructor(end: (watch: Watch) => void) {
    this.end = () => end(this)
  }

  hops = () => this.found
  ip = () => this.address
  setCookie = () => this.cookie
  onRedirect = (listener: (target: string) => void) => {
    this.listener = listener
  }

  netError = async () => {
    await Promise.race([this.told, new Promise((resolve) => setTimeout(resolve, CODE_MS))])
    return this.code
  }

  redirected(from: string, status: number, target: string): void {
    this.found.push({ url: from, status })
    this.listener(target)
  }

  failed(code: string): void {
    this.code = code
    this.tellCode()
  }
}

/**
 * Tells hops, `net::` codes and IP addresses of the background's own requests (`tabId` −1).
 * Listeners must be added while the background starts, so call this before the first `await`.
 */
export function createRequestObserver(webRequest: WebRequest): RequestObserver {
  /** By address, oldest first, until an event names the request's id. */
  const waiting = new Map<string, Watch[]>()
  const byId = new Map<string, Watch>()

  function watchOf({ requestId, url }: Details): Watch | undefined {
    const known = byId.get(requestId)
    if (known) return known
    const watch = waiting.get(url.replace(/#.*$/, ''))?.find((one) => one.requestId === null)
    if (watch) {
      watch.requestId = requestId
      byId.set(requestId, watch)
    }
    return watch
  }

  function hear(event: Event, tell: (watch: Watch, details: Details) => void, extra?: string[]): void {
    const listener = (details: Details) => {
      const watch = details.tabId === -1 && byId.size + waiting.size > 0 ? watchOf(details) : undefined
      if (!watch) return
      watch.address = details.ip ?? watch.address
      watch.cookie ||= details.responseHeaders?.some(({ name }) => name.toLowerCase() === 'set-cookie') ?? false
      tell(watch, details)
    }
    const filter = { urls: ['http://*/*', 'https://*/*'], tabId: -1 }
    if (!extra) return event.addListener(listener, filter)
    try {
      event.addListener(listener, filter, extra)
    } catch {
      // Firefox shows Set-Cookie without `extraHeaders` and refuses the word
      event.addListener(listener, filter, extra.filter((word) => word !== 'extraHeaders'))
    }
  }

  hear(webRequest.onBeforeRedirect, (watch, { url, statusCode = 0, redirectUrl = '' }) => watch.redirected(url, statusCode, redirectUrl), ['responseHeaders', 'extraHeaders'])
  hear(webRequest.onResponseStarted, () => undefined)
  hear(webRequest.onErrorOccurred, (watch, { error = '' }) => watch.failed(error))

  return {
    watch(address) {
      const watch = new Watch((ended) => {
        const left = (waiting.get(address) ?? []).filter((one) => one !== ended)
        if (left.length > 0) waiting.set(address, left)
        else waiting.delete(address)
        if (ended.requestId !== null) byId.delete(ended.requestId)
      })
      waiting.set(address, [...(waiting.get(address) ?? []), watch])
      return watch
    },
  }
}
