import type { PrivateGuard } from '../links/guard.ts'
import type { RequestObserver } from '../links/observer.ts'
import { browser } from './api.ts'
import { createPrivateGuard, letTeamServerPass, type SessionRules } from './private-guard.ts'
import { createRequestObserver, type WebRequest } from './request-observer.ts'
import { ownUrl } from './runtime.ts'

/** Tells about our own requests where the browser has `webRequest`. Call it before the first `await`. */
export function linkObserver(): RequestObserver | undefined {
  return 'webRequest' in browser ? createRequestObserver(browser.webRequest as unknown as WebRequest, () => browser.runtime.getPlatformInfo(), () => performance.now()) : undefined
}

/** Keeps our own requests from private addresses where the browser has session rules. */
export function linkGuard(): PrivateGuard | undefined {
  const rules = sessionRules()
  if (!rules?.updateSessionRules) return undefined
  return createPrivateGuard(rules as SessionRules, ownHost()) ?? undefined
}

/** Lets our own requests to the team's server through that guard; null: to none. */
export function letTeamServer(address: string | null): Promise<void> {
  return letTeamServerPass(sessionRules(), ownHost(), address)
}

function sessionRules(): Partial<SessionRules> | undefined {
  return (browser as { declarativeNetRequest?: Partial<SessionRules> }).declarativeNetRequest
}

function ownHost(): string {
  return ownUrl('/').split('/')[2] ?? ''
}
