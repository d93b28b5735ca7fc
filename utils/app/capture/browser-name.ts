/** Names by which browsers tell themselves in the user agent, the narrowest first: all of these say Chrome as well. */
const NAMES: readonly [pattern: RegExp, name: string][] = [
  [/Qaxbrowser(?:\/([\d.]+))?/, 'Qaxbrowser'],
  [/\bUOS(?: Professional)?(?:\/([\d.]+))?/, 'UOS'],
  [/\b360(?:SE|EE|ENT)(?:\/([\d.]+))?/i, '360'],
  [/\bEdg\/([\d.]+)/, 'Edge'],
  [/\bFirefox\/([\d.]+)/, 'Firefox'],
]

/** Name and version of the browser, as far as it tells. A Chromium shell is named with the Chromium it is made of. */
export function browserName(userAgent: string): string {
  const chrome = /(?:Chrome|Chromium)\/([\d.]+)/.exec(userAgent)?.[1]
  const base = chrome ? `Chromium ${chrome}` : ''
  for (const [pattern, name] of NAMES) {
    const found = pattern.exec(userAgent)
    if (found) return [[name, found[1]].filter(Boolean).join(' '), base && `(${base})`].filter(Boolean).join(' ')
  }
  return base || userAgent.slice(0, 120)
}
