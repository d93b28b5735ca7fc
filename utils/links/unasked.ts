import { looksLikeAction } from './action.ts'
import { isHttp, parseAddress } from './address.ts'
import { isPrivateAddress, mayAsk } from './private-address.ts'
import type { Reason } from './reasons.ts'

/** Why an address gets its verdict without a request; null where it is to be asked for. */
export function withoutAsking(href: string, pageUrl: string): Reason | null {
  const url = parseAddress(href)
  if (!url) return 'malformed'
  if (url.protocol === 'file:') return 'malformed'
  if (!isHttp(href)) return 'other-scheme'
  if (isPrivateAddress(href) && !mayAsk(href, pageUrl)) return 'private-address'
  return looksLikeAction(href) ? 'action' : null
}
