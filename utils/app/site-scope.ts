import { addressOf } from '../address.ts'
import { GOVERNMENT_SITES } from '../browser/manifest.ts'
import type { ScriptScope } from '../browser/scripts.ts'
import type { Settings } from '../ledger/settings.ts'

type Switches = Pick<Settings, 'sitesOn' | 'sitesOff'>

/** Pages on which the extension runs: government sites and hosts that were switched on, without those switched off. */
export function scopeOf({ sitesOn, sitesOff }: Switches): ScriptScope {
  return {
    matches: [GOVERNMENT_SITES, ...sitesOn.map(patternOf)],
    excludeMatches: sitesOff.map(patternOf),
  }
}

/** Whether a page lies in that scope. */
export function isOn(url: string, { sitesOn, sitesOff }: Switches): boolean {
  const { protocol, hostname } = addressOf(url) ?? { protocol: '', hostname: '' }
  if (protocol !== 'http:' && protocol !== 'https:') return false
  if (sitesOff.includes(hostname)) return false
  return isGovernment(hostname) || sitesOn.includes(hostname)
}

/** The switches after a person turned one host on or off. */
export function switchedTo(on: boolean, hostname: string, { sitesOn, sitesOff }: Switches): Switches {
  const others = (hosts: string[]) => hosts.filter((host) => host !== hostname)
  return {
    sitesOn: on && !isGovernment(hostname) ? [...others(sitesOn), hostname] : others(sitesOn),
    sitesOff: on || !isGovernment(hostname) ? others(sitesOff) : [...others(sitesOff), hostname],
  }
}

function isGovernment(hostname: string): boolean {
  return hostname === 'gov.cn' || hostname.endsWith('.gov.cn')
}

const patternOf = (host: string) => `*://${host}/*`
