import type { Verdict } from '../types/link.ts'

/**
 * Every reason a verdict can have, and the verdict it stands for; the texts are `links.reason.*`.
 * What a wall, a login or our own machine answers is never 死: only what the address itself does.
 */
export const REASONS = {
  'ok': 'alive',
  'redirected': 'alive',

  'not-found': 'dead', // 404
  'gone': 'dead', // 410
  'server-error': 'dead', // 5xx that a second look repeats
  'program-error': 'dead', // other addresses of the same program all answer 5xx, and the browser lets no more through
  'redirect-dead': 'dead', // redirected to an address that is itself dead
  'redirect-home': 'dead', // a deep link that ends at a home page
  'redirect-loop': 'dead',
  'soft-404': 'dead', // 200, but the page says that it is gone, or it is what the host says to any address
  'error-page': 'dead', // 200, but a server's error report
  'home-instead': 'dead', // 200 with the home page's content at a deep address
  'fragment-missing': 'dead',
  'attachment-empty': 'dead',
  'attachment-truncated': 'dead',
  'attachment-page': 'dead', // a document's address answers with a web page
  'timeout': 'dead', // 15 s, W-V2
  'dns': 'dead',
  'refused': 'dead',
  'reset': 'dead',
  'unreachable': 'dead',
  'no-connection': 'dead', // the browser does not say more
  'tls-expired': 'dead',
  'tls-name': 'dead',
  'tls-untrusted': 'dead',
  'tls-revoked': 'dead',
  'tls-weak': 'dead',
  'tls-protocol': 'dead',
  'bad-answer': 'dead', // answers something that is not HTTP
  'unsafe-port': 'dead', // no browser opens it
  'malformed': 'dead', // 错链: no browser can open it

  'login': 'unsure', // 401, a login page, a client certificate
  'forbidden': 'unsure', // 403
  'challenge': 'unsure', // 412, 521, script challenges
  'needs-cookie': 'unsure', // redirects for ever, because it wants its cookie back
  'wall': 'unsure', // a firewall's page
  'no-right': 'unsure', // the page says that it is not for everybody
  'maintenance': 'unsure', // 200, but the site is being repaired
  'same-everywhere': 'unsure', // the host shows one page at every address: a wall in unknown words, or nothing behind it
  'server-default': 'unsure', // the page a server shows as it was installed
  'too-many': 'unsure', // 429 after backing off
  'odd-status': 'unsure',
  'once-failed': 'unsure', // one failure that a second look does not repeat
  'maybe-gone': 'unsure', // words of a missing page in a longer page
  'needs-script': 'unsure', // the page is painted by scripts
  'fragment-by-script': 'unsure',
  'empty-page': 'unsure',
  'cut-short': 'unsure',
  'private-address': 'unsure',
  'intranet': 'unsure', // a public name that leads to a private address
  'not-permitted': 'unsure', // we hold no permission to read the answer
  'host-objects': 'unsure', // 站点限制，未检查
  'action': 'unsure', // looks like an action: not asked for
  'other-scheme': 'unsure', // mailto, tel, an app's own scheme: nothing to ask for
  'stopped': 'unsure', // by a person
  'own-network': 'unsure', // this computer's network, proxy or clock
  'browser-limit': 'unsure', // the browser refuses this path to extensions for a while after 5xx
  'blocked-here': 'unsure', // by another extension or a policy
  'changed-gambling': 'unsure',
  'changed-porn': 'unsure',
  'changed-for-sale': 'unsure',
  'changed-parked': 'unsure',
} as const satisfies Record<string, Verdict>

export type Reason = keyof typeof REASONS

/** Reasons that say nothing about the address and so are not kept in the cache. */
const PASSING: ReadonlySet<string> = new Set<Reason>(['stopped', 'host-objects', 'own-network', 'not-permitted', 'browser-limit'])

/** True when the verdict should be asked for again next time instead of being kept. */
export function isPassing(reason: string): boolean {
  return PASSING.has(reason)
}
