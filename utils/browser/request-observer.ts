import type { RequestObserver, RequestWatch } from '../links/observer.ts'
import type { Hop } from '../types/link.ts'

/** How long what the browser tells is waited for at least after `fetch` has ended: it comes over another channel, on a busy machine late. */
const CODE_MS = 400
/** Browsers remember for about a minute where a name leads, in ms; after that it may lead elsewhere, into the office's own net too. */
const IP_KEPT_MS = 60_000

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

type Listener = (details: Details) => void

interface Event {
  addListener: (listener: Listener, filter: { urls: string[]; tabId?: number }, extra?: string[]) => void
  removeListener: (listener: Listener) => void
}

/** Our own requests have no tab. */
const OURS = { urls: ['http://*/*', 'https://*/*'], tabId: -1 }

/** The match pattern of an address and what follows its path; the whole web where the host is one that patterns cannot name. */
function patternOf(address: string): string {
  const { protocol, hostname, pathname } = new URL(address)
  return hostname.startsWith('[') ? '*://*/*' : `${protocol}//${hostname}${pathname}*`
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
  private cookie = false
  private code: string | null = null
  private readonly bells = new Set<() => void>()
  private listener: (target: string) => void = () => undefined
  readonly ip: () => string | null
  readonly end: () => void
  private readonly heard: () => Promise<unknown>
  constructor(ip: () => string | null, heard: () => Promise<unknown>, end: (watch: Watch) => void) {
    this.ip = ip
    this.heard = heard
    this.end = () => end(this)
  }

  hops = () => this.found
  setCookie = () => this.cookie
  onRedirect = (listener: (target: string) => void) => {
    this.listener = listener
  }

  told = (enough: () => boolean) => new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      this.bells.delete(listen)
      resolve()
    }
    const listen = () => enough() && end()
    // what the browser had to tell it has sent before it answers
    const timer = setTimeout(() => void this.heard().then(end, end), CODE_MS)
    this.bells.add(listen)
    listen()
  })

  netError = async () => {
    await this.told(() => this.code !== null)
    return this.code
  }

  redirected(from: string, status: number, target: string): void {
    this.found.push({ url: from, status })
    this.listener(target)
    this.ring()
  }

  setsCookie(): void {
    this.cookie = true
    this.ring()
  }

  failed(code: string): void {
    this.code = code
    this.ring()
  }

  private ring(): void {
    this.bells.forEach((listen) => listen())
  }
}

/**
 * Tells hops, `net::` codes and IP addresses of the background's own requests (`tabId` −1).
 * Listeners must be added while the background starts, so call this before the first `await`.
 * @param heard asks the browser something: when it answers, listeners that were added before are in place, and what it had to tell has been sent
 * @param now milliseconds that only grow
 */
export function createRequestObserver(webRequest: WebRequest, heard: () => Promise<unknown>, now: () => number): RequestObserver {
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

  function hear(event: Event, tell: (watch: Watch, details: Details) => void): void {
    event.addListener((details) => {
      const watch = details.tabId === -1 && waiting.size > 0 ? watchOf(details) : undefined
      if (watch) tell(watch, details)
    }, OURS)
  }

  hear(webRequest.onBeforeRedirect, (watch, { url, statusCode = 0, redirectUrl = '' }) => watch.redirected(url, statusCode, redirectUrl))
  hear(webRequest.onErrorOccurred, (watch, { error = '' }) => watch.failed(error))

  /** IP addresses by host. A listener a host until its next answer: one for all answers costs a tenth of the speed. */
  const ips = new Map<string, string>()
  /** When it is learnt again; never while a listener waits for it. */
  const learnAgain = new Map<string, number>()
  function learnIp(host: string): void {
    if (now() < (learnAgain.get(host) ?? 0) || /[[\]:]|^[\d.]+$/.test(host)) return
    learnAgain.set(host, Number.POSITIVE_INFINITY)
    const listener: Listener = ({ ip }) => {
      if (!ip) return
      ips.set(host, ip)
      learnAgain.set(host, now() + IP_KEPT_MS)
      webRequest.onResponseStarted.removeListener(listener)
    }
    webRequest.onResponseStarted.addListener(listener, { urls: [`*://${host}/*`], tabId: -1 })
  }

  /** One listener that is shown cookies makes the browser send the headers of all requests, its own too, once more between its processes. */
  async function hearCookies(addresses: readonly string[]): Promise<() => void> {
    const listener: Listener = (details) => {
      const watch = watchOf(details)
      if (watch && details.responseHeaders?.some(({ name }) => name.toLowerCase() === 'set-cookie')) watch.setsCookie()
    }
    const filter = { urls: [...new Set(addresses.map(patternOf))], tabId: -1 }
    try {
      webRequest.onBeforeRedirect.addListener(listener, filter, ['responseHeaders', 'extraHeaders'])
    } catch {
      // Firefox shows Set-Cookie without `extraHeaders` and refuses the word
      webRequest.onBeforeRedirect.addListener(listener, filter, ['responseHeaders'])
    }
    await heard()
    return () => webRequest.onBeforeRedirect.removeListener(listener)
  }

  return {
    expectCookies: hearCookies,
    watch(address) {
      const { hostname } = new URL(address)
      learnIp(hostname)
      const watch = new Watch(() => ips.get(hostname) ?? null, heard, (ended) => {
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
