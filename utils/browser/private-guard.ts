import type { PrivateGuard } from '../links/guard.ts'

/** Private addresses as the browser writes them, one rule each: a single one would be too large for the browser. */
const PRIVATE = [
  String.raw`^https?://(?:0|10|127)(?:\.\d+){3}[:/]`,
  String.raw`^https?://(?:169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+[:/]`,
  String.raw`^https?://(?:100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|198\.1[89])\.\d+\.\d+[:/]`,
  String.raw`^https?://(?:22[4-9]|2[345]\d)(?:\.\d+){3}[:/]`,
  String.raw`^https?://\[(?:::|f[cdf]|fe[89a-f]|64:ff9b:|2002:)`,
  String.raw`^https?://[^./:[\]]+\.?[:/]`,
  String.raw`^https?://[^/:]+\.(?:localhost|localdomain|local|lan|internal|intranet|intra|corp|private|home|home\.arpa)\.?[:/]`,
]

/** Numbers of our session rules. */
const FIRST = 7_100

interface Rule {
  id: number
  priority: number
  action: { type: 'block' | 'allow' }
  condition: { regexFilter?: string; urlFilter?: string; initiatorDomains: string[]; resourceTypes: string[] }
}

/** Number of the rule for the team's server. */
const TEAM = 7_200

/** What is used of `declarativeNetRequest`. */
export interface SessionRules {
  updateSessionRules: (change: { removeRuleIds: number[]; addRules: Rule[] }) => Promise<void>
}

/**
 * A guard made of session rules for requests that the extension itself makes (`ownHost`: its id); no page is touched.
 * `null` where the browser has no such rules: then a redirect to a private address is ended as soon as it is told.
 */
export function createPrivateGuard(rules: SessionRules | undefined, ownHost: string): PrivateGuard | null {
  if (!rules) return null
  const removeRuleIds = PRIVATE.map((_, at) => FIRST + at)
  const addRules = PRIVATE.map((regexFilter, at): Rule => ({
    id: FIRST + at,
    priority: 1,
    action: { type: 'block' },
    condition: { regexFilter, initiatorDomains: [ownHost], resourceTypes: ['xmlhttprequest', 'other'] },
  }))
  let lifted = 0
  const set = () => rules.updateSessionRules({ removeRuleIds, addRules: lifted > 0 ? [] : addRules })
  void set()
  return {
    lift: async () => {
      if (++lifted === 1) await set()
    },
    lower: async () => {
      if (--lifted === 0) await set()
    },
  }
}

/**
 * The team's server mostly stands in the office's own network: what the extension asks that one origin passes the guard, whoever else is
 * kept out. `address` null: none any more. Session rules go with the browser, so that every start sets it anew.
 */
export async function letTeamServerPass(rules: Partial<SessionRules> | undefined, ownHost: string, address: string | null): Promise<void> {
  const rule = (origin: string): Rule => ({
    id: TEAM,
    priority: 2,
    action: { type: 'allow' },
    condition: { urlFilter: `|${origin}/`, initiatorDomains: [ownHost], resourceTypes: ['xmlhttprequest', 'other'] },
  })
  await rules?.updateSessionRules?.({ removeRuleIds: [TEAM], addRules: address === null ? [] : [rule(new URL(address).origin)] })
}
