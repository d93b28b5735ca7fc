import type { Hop } from '../types/link.ts'

/** What the browser tells about one of our requests besides what `fetch` tells: hops, `net::` code, IP address. */
export interface RequestWatch {
  hops: () => Hop[]
  ip: () => string | null
  /** True when an answer on the way set a cookie, which we do not keep. Told only while cookies are expected. */
  setCookie: () => boolean
  /** The code of the failure; resolves with null where none is told in time. */
  netError: () => Promise<string | null>
  /** Resolves as soon as what was told is enough, or after a moment: it comes over another channel than the answer. */
  told: (enough: () => boolean) => Promise<void>
  /** Called with the target of each redirect as it is told. */
  onRedirect: (listener: (target: string) => void) => void
  end: () => void
}

/** Tells about our own requests; made from `webRequest` in `utils/browser/request-observer.ts`. */
export interface RequestObserver {
  /** Starts to watch the next request for this address; call it before `fetch`. */
  watch: (address: string) => RequestWatch
  /**
   * Makes watches tell `setCookie` of answers from these addresses, until the function it resolves with is called. It resolves when
   * the browser has begun; meanwhile every request costs that a fifth more, whoever makes it.
   */
  expectCookies: (addresses: readonly string[]) => Promise<() => void>
}
