import { PlainError } from '../../errors.ts'
import { onAbort, abortWith } from '../../links/abort.ts'
import { requestAddress } from '../../links/address.ts'
import { createAlarms } from '../../links/alarms.ts'
import type { PrivateGuard } from '../../links/guard.ts'
import { hasAnswered, look } from '../../links/look.ts'
import type { RequestObserver } from '../../links/observer.ts'
import { isPrivateAddress, mayAsk } from '../../links/private-address.ts'
import { wait } from '../../links/wait.ts'
import { LARGEST_PICTURE } from '../../types/picture.ts'
import { bytesOf } from './base64.ts'
import { kindOfPicture, sizeOfPicture } from './sniff.ts'

/** Smaller on a side: a counter or a line, not words. In pixels. */
const TINY = 12

export interface PictureFetcherDeps {
  fetch: typeof fetch
  now: () => Date
  canRead: (url: string) => Promise<boolean>
  observe?: RequestObserver | undefined
  guard?: PrivateGuard | undefined
}

/** The file of a picture. @throws PlainError `pictures.error.*` why it cannot be had, or the signal's reason */
export type PictureFetcher = (src: string, pageUrl: string, signal: AbortSignal) => Promise<Blob>

/**
 * Fetches pictures under the rules of the link check: GET without cookies and referrer, 15 s, never a private address unless the
 * page itself is at one, where a redirect leads judged too. What comes is judged by its bytes. `data:` needs no request.
 */
export function createPictureFetcher({ guard, observe, ...deps }: PictureFetcherDeps): PictureFetcher {
  const after = createAlarms(wait)
  const fetched = async (src: string, pageUrl: string, signal: AbortSignal): Promise<Uint8Array> => {
    const address = requestAddress(src)
    if (address === null) throw refused('no-address')
    if (!mayAsk(address, pageUrl)) throw refused('private')
    const mayBePrivate = isPrivateAddress(pageUrl)
    const readable = await deps.canRead(address)
    if (!readable) throw refused('not-permitted')
    const controller = new AbortController()
    const release = onAbort(signal, (reason) => abortWith(controller, reason))
    if (mayBePrivate) await guard?.lift()
    try {
      const looked = await look(address, { ...deps, after, ...(observe ? { observe } : {}) }, { readable, mayBePrivate, controller, limit: LARGEST_PICTURE })
      const result = typeof looked === 'function' ? await looked() : looked
      if (!hasAnswered(result)) throw refused(result.reason === 'timeout' ? 'timeout' : result.reason === 'private-address' ? 'private' : 'no-answer')
      if (result.status === 401 || result.status === 403) throw refused('login')
      if (result.status !== 200) throw refused('status', { status: result.status })
      if (result.late) throw refused('timeout')
      if (!result.whole) throw refused(result.broken ? 'no-answer' : 'large', { limit: LARGEST_PICTURE / 1024 / 1024 })
      return result.bytes
    } finally {
      release()
      if (mayBePrivate) await guard?.lower()
    }
  }
  return async (src, pageUrl, signal) => {
    const bytes = src.startsWith('data:') ? bytesOfData(src) : await fetched(src, pageUrl, signal)
    const kind = kindOfPicture(bytes)
    if (kind === 'other') throw refused('no-picture')
    // Its words are drawn by the page's own fonts and styles: what the window shows is the picture.
    if (kind === 'svg') throw refused('drawing')
    const size = sizeOfPicture(bytes, kind)
    if (size && (size.width < TINY || size.height < TINY)) throw refused('tiny')
    return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${kind}` })
  }
}

/** Decoded by hand: `fetch` of a data address would count as a request. */
function bytesOfData(src: string): Uint8Array {
  const comma = src.indexOf(',')
  const body = src.slice(comma + 1)
  try {
    if (/;\s*base64\s*$/i.test(src.slice(0, comma))) return new Uint8Array(bytesOf(decodeURIComponent(body).replace(/\s+/g, '')))
    return new TextEncoder().encode(decodeURIComponent(body))
  } catch {
    throw refused('no-picture')
  }
}

function refused(why: string, params?: Record<string, string | number>): PlainError {
  return new PlainError({ key: `pictures.error.${why}`, ...(params ? { params } : {}) })
}
