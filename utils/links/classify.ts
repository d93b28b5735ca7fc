import type { LinkReading } from '../types/reading.ts'
import { looksLikeAction } from './action.ts'
import { hostOf, isHttp } from './address.ts'
import { contactFault } from './contact.ts'
import { isEmptyLink } from './empty-link.ts'
import { GAMBLING, PORN } from './owner-words.ts'
import { isPrivateAddress } from './private-address.ts'
import { isGovernmentHost, isWellKnown, leavesSite } from './site.ts'
import { lacksScheme, wrongReason, type WrongReason } from './wrong-link.ts'

/**
 * 空链 / 错链 / 暗链 / 外链 / mixed content / mailto and tel / to be asked for / nothing to do.
 * `hidden`, `outside` and `mixed` links are asked for as well (`needsRequest`).
 */
export type LinkKind = 'empty' | 'wrong' | 'hidden' | 'outside' | 'mixed' | 'contact' | 'check' | 'skip'

export interface Classified {
  kind: LinkKind
  reason:
    | 'empty' | WrongReason | 'hidden-foreign' | 'hidden-harmful' | 'outside' | 'mixed-content' | 'plain-http'
    | 'bad-mail' | 'bad-phone' | 'image-failed' | 'image-pixel' | 'no-place' | 'check' | 'action' | 'no-scheme' | 'in-page' | 'nothing'
}

export interface LinkPage {
  url: string
  isSecure: boolean
  /** Hosts that links may lead to without a leave-site prompt, besides *.gov.cn; the office's own list. */
  listedHosts?: readonly string[]
}

function isListed(host: string, page: LinkPage): boolean {
  return isGovernmentHost(host) || (page.listedHosts ?? []).some((listed) => host === listed || host.endsWith(`.${listed}`))
}

/** True where text or address of a link names what a government page never links to. */
function namesHarm(text: string): boolean {
  // not `test`, which leaves a global pattern standing behind its hit: the next text would be read from there
  return text.search(GAMBLING) >= 0 || text.search(PORN) >= 0
}

function inPage(link: LinkReading): Classified {
  return link.lands === false && !link.handled && link.visible ? { kind: 'wrong', reason: 'no-place' } : { kind: 'skip', reason: 'in-page' }
}

function byScheme(link: LinkReading, href: string, page: LinkPage): Classified {
  if (looksLikeAction(href)) return { kind: 'skip', reason: 'action' }
  const outside = leavesSite(href, page.url) && !isListed(hostOf(href), page)
  if (!link.visible && outside && (link.tag === 'a' || link.tag === 'area')) {
    const harmful = namesHarm(`${link.text} ${href}`)
    if (harmful || !isWellKnown(href)) return { kind: 'hidden', reason: harmful ? 'hidden-harmful' : 'hidden-foreign' }
  }
  if (page.isSecure && /^http:/i.test(href)) {
    if (link.tag === 'img' || link.tag === 'iframe' || link.tag === 'link') return { kind: 'mixed', reason: 'mixed-content' }
    if (!leavesSite(href, page.url)) return { kind: 'mixed', reason: 'plain-http' }
  }
  if (outside && (link.tag === 'a' || link.tag === 'area')) return { kind: 'outside', reason: 'outside' }
  return { kind: 'check', reason: 'check' }
}

/** What can be said of a link without asking for its address. Pure; `page.url` is where it stands. */
export function classifyWithoutRequest(link: LinkReading, page: LinkPage): Classified {
  const raw = link.raw.trim()
  if (/^(?:mailto|tel|e?mail|mai?lo|maito|malto)\s*:/i.test(raw)) {
    const fault = contactFault(raw)
    return fault ? { kind: 'contact', reason: fault } : { kind: 'skip', reason: 'nothing' }
  }
  if (isEmptyLink(link)) return { kind: 'empty', reason: 'empty' }
  // an image or frame without address, or a handled `#`, is nothing to check
  if (/^#*!?$/.test(raw) || /^(?:javascript|data|about):/i.test(raw) || (/^blob:/i.test(raw) && (link.tag === 'img' || link.tag === 'iframe'))) return { kind: 'skip', reason: 'nothing' }
  if (raw.startsWith('#')) return inPage(link)
  const wrong = wrongReason(link, page.url)
  if (wrong) return { kind: 'wrong', reason: wrong }
  if (lacksScheme(raw)) return { kind: 'wrong', reason: 'no-scheme' }
  if (link.image === 'failed') return { kind: 'wrong', reason: 'image-failed' }
  const href = link.href ?? ''
  if (!isHttp(href)) return { kind: 'skip', reason: 'nothing' }
  if (link.image === 'pixel' && leavesSite(href, page.url)) return { kind: 'hidden', reason: 'image-pixel' }
  return byScheme(link, href, page)
}

/** True where the link's address is to be asked for; a private address only from a page that is itself at one. */
export function needsRequest({ kind }: Classified, href: string | null, page: LinkPage): boolean {
  if (href === null || !isHttp(href) || looksLikeAction(href)) return false
  if (isPrivateAddress(href) && !isPrivateAddress(page.url)) return false
  return kind === 'check' || kind === 'outside' || kind === 'mixed' || kind === 'hidden'
}
