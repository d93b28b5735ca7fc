import { classifyWithoutRequest, type Classified } from '../links/classify.ts'
import { isConfirmedDead } from '../links/history.ts'
import { servedByScript, standsInMenu } from '../links/neighbours.ts'
import { leavesSite } from '../links/site.ts'
import type { Finding, Severity } from '../types/finding.ts'
import type { LinkVerdict } from '../types/link.ts'
import type { Phrase } from '../types/phrase.ts'
import type { LinkReading, PageReading } from '../types/reading.ts'
import type { Check } from './check.ts'

/** What a reason found without a request becomes; those that are absent are no finding (外链 is information only). */
const STATIC: Partial<Record<Classified['reason'], { check: string; severity: Severity; confidence: number }>> = {
  'empty': { check: 'links/empty', severity: 'general', confidence: 0.7 },
  'localhost': { check: 'links/wrong', severity: 'general', confidence: 0.98 },
  'local-file': { check: 'links/wrong', severity: 'general', confidence: 0.98 },
  'doubled-scheme': { check: 'links/wrong', severity: 'general', confidence: 0.98 },
  'private-host': { check: 'links/wrong', severity: 'general', confidence: 0.95 },
  'test-host': { check: 'links/wrong', severity: 'minor', confidence: 0.6 },
  'bad-address': { check: 'links/wrong', severity: 'general', confidence: 0.9 },
  'template': { check: 'links/wrong', severity: 'general', confidence: 0.85 },
  'editor': { check: 'links/wrong', severity: 'general', confidence: 0.85 },
  'no-scheme': { check: 'links/wrong', severity: 'general', confidence: 0.85 },
  'no-place': { check: 'links/wrong', severity: 'minor', confidence: 0.7 },
  'hidden-harmful': { check: 'links/hidden', severity: 'serious', confidence: 0.95 },
  'hidden-foreign': { check: 'links/hidden', severity: 'doubtful', confidence: 0.5 },
  'image-pixel': { check: 'links/pixel', severity: 'doubtful', confidence: 0.4 },
  'image-failed': { check: 'links/image', severity: 'general', confidence: 0.8 },
  'mixed-content': { check: 'links/mixed', severity: 'minor', confidence: 0.9 },
  'plain-http': { check: 'links/mixed', severity: 'minor', confidence: 0.8 },
  'bad-mail': { check: 'links/contact', severity: 'minor', confidence: 0.85 },
  'bad-phone': { check: 'links/contact', severity: 'minor', confidence: 0.8 },
}

/** Links that are broken are counted by page: W-D08 on the home page, W-D09 elsewhere; harmful ones are a veto (W-V1.3). */
function indicatorOf(check: string, severity: Severity, reading: PageReading): string | null {
  if (check === 'links/hidden' || check === 'links/changed-owner') return severity === 'serious' ? 'W-V1.3' : null
  if (check === 'links/mixed' || check === 'links/contact' || check === 'links/pixel') return null
  return reading.kind === 'home' ? 'W-D08' : 'W-D09'
}

function basisOf(indicator: string | null): Phrase {
  return { key: `links.basis.${indicator === 'W-V1.3' ? 'harmful' : indicator === 'W-D08' ? 'home' : indicator === 'W-D09' ? 'other' : 'practice'}` }
}

function shorten(text: string, length = 40): string {
  const bare = text.replace(/\s+/g, ' ').trim()
  return bare.length > length ? `${bare.slice(0, length)}…` : bare
}

interface Draft {
  check: string
  severity: Severity
  confidence: number
  reason: string
  params?: Record<string, string | number>
  more?: Phrase
}

function findingOf(reading: PageReading, link: LinkReading, address: string, draft: Draft): Finding {
  const { check, severity, confidence, reason, params, more } = draft
  const indicator = indicatorOf(check, severity, reading)
  return {
    id: `${check}:${address}`,
    check,
    indicator,
    severity,
    says: { key: `links.says.${reason}`, params: { text: shorten(link.text) || shorten(address), address: shorten(address, 120), ...params } },
    ...(more ? { more } : {}),
    basis: basisOf(indicator),
    suggestion: { key: `links.suggest.${check.slice('links/'.length)}` },
    evidence: address,
    anchor: link.anchor,
    confidence,
  }
}

/** 空链, 错链, 暗链, mixed content, malformed mailto and tel: what a page's links say without a request. */
export const staticLinksCheck: Check = {
  id: 'links/static',
  run(reading) {
    const page = { url: reading.url, isSecure: /^https:/i.test(reading.url) }
    const found = new Map<string, Finding>()
    const served = servedByScript(reading.links)
    for (const link of reading.links) {
      const { reason } = classifyWithoutRequest(link, page)
      const rule = STATIC[reason]
      if (!rule || (reason === 'empty' && served.has(link)) || (reason === 'hidden-foreign' && standsInMenu(link, reading.links, reading.url))) continue
      // links that lead nowhere have no address of their own: their words tell them apart
      const address = reason === 'empty' ? `${link.raw.trim() || '""'} ${shorten(link.text)}`.trim() : link.raw.trim()
      const finding = findingOf(reading, link, address, { ...rule, reason })
      if (!found.has(finding.id)) found.set(finding.id, finding)
    }
    return [...found.values()]
  },
}

/** So many hosts are named. */
const NAMED_HOSTS = 3

/**
 * 外链: visible links that leave the site for a host that is neither government nor on the office's list, and whose click no
 * leave-site prompt takes. Whether a prompt comes all the same only a click tells, so this is a hint and no finding.
 */
export function outsideSays(reading: PageReading, listedHosts: readonly string[]): Phrase[] {
  const page = { url: reading.url, isSecure: /^https:/i.test(reading.url), listedHosts }
  const hosts = new Map<string, number>()
  for (const link of reading.links) {
    if (!link.visible || link.handled || link.href === null || !leavesSite(link.href, page.url) || classifyWithoutRequest(link, page).kind !== 'outside') continue
    const { hostname } = new URL(link.href)
    hosts.set(hostname, (hosts.get(hostname) ?? 0) + 1)
  }
  if (hosts.size === 0) return []
  const names = [...hosts].sort((a, b) => b[1] - a[1]).slice(0, NAMED_HOSTS).map(([host]) => host).join('、')
  return [{ key: 'app.outside-links', params: { count: [...hosts.values()].reduce((sum, n) => sum + n, 0), hosts: hosts.size > NAMED_HOSTS ? `${names}…` : names } }]
}

const CHANGED = /^changed-/

/** Severity and certainty of a verdict that is a finding; null for 活 and for what only a person can tell (需人工核实). */
function draftOf(verdict: LinkVerdict): Draft | null {
  const changed = CHANGED.test(verdict.reason)
  if (!changed && verdict.verdict !== 'dead') return null
  const params = {
    status: verdict.status ?? '',
    code: verdict.netError ?? '',
    looks: verdict.looks,
    failures: verdict.failures,
    shown: shorten(verdict.evidence, 80),
    final: shorten(verdict.hops[verdict.hops.length - 1]?.url ?? verdict.href, 120),
  }
  if (changed) return { check: 'links/changed-owner', severity: 'serious', confidence: 0.8, reason: verdict.reason, params }
  const certain = verdict.failures >= 2 ? 0.95 : 0.8
  return { check: 'links/dead', severity: 'general', confidence: certain, reason: verdict.reason, params, ...(verdict.failedOn?.length ? { more: historyOf(verdict) } : {}) }
}

/** 死链 without reservation only where it failed on two days; else the sentence says so, also in the issue and its list. */
function historyOf(verdict: LinkVerdict): Phrase {
  const days = verdict.failedOn ?? []
  const [first = ''] = days
  const last = days[days.length - 1] ?? ''
  return isConfirmedDead(verdict) ? { key: 'links.history.confirmed', params: { days: days.length, first, last } } : days.length > 1
    ? { key: 'links.history.mixed', params: { looks: verdict.looks, failures: verdict.failures, days: days.length } }
    : { key: 'links.history.one-day', params: { day: first } }
}

const placed = new WeakMap<PageReading, Map<string, LinkReading>>()

/** The place of an address that a person sees best: the first visible link to it. A page of thousands asks for each again and again. */
function placeOf(reading: PageReading, href: string): LinkReading | undefined {
  let places = placed.get(reading)
  if (!places) {
    places = new Map()
    for (const link of reading.links) {
      const known = link.href === null ? undefined : places.get(link.href)
      if (link.href !== null && (!known || (!known.visible && link.visible))) places.set(link.href, link)
    }
    placed.set(reading, places)
  }
  return places.get(href)
}

const made = new WeakMap<LinkVerdict, { reading: PageReading; finding: Finding | null }>()

/** One verdict's finding, made once a reading: a page of thousands draws after each handful of verdicts. */
function findingFrom(reading: PageReading, verdict: LinkVerdict): Finding | null {
  const known = made.get(verdict)
  if (known?.reading === reading) return known.finding
  const draft = draftOf(verdict)
  const link = draft && placeOf(reading, verdict.href)
  const finding = draft && link ? findingOf(reading, link, verdict.href, draft) : null
  made.set(verdict, { reading, finding })
  return finding
}

/**
 * Findings from verdicts on a page's links: 死链 and changed owners, one an address.
 * Unsure verdicts are none; chip and popup count them (`linkCounts`).
 */
export function linkFindings(reading: PageReading, verdicts: readonly LinkVerdict[]): Finding[] {
  return verdicts.flatMap((verdict) => findingFrom(reading, verdict) ?? [])
}
