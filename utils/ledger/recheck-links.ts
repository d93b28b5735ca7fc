import type { LinkVerdict } from '../types/link.ts'
import type { LinkReading } from '../types/reading.ts'
import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { isSamePage, otherPage, sameFinding, shorten, verdict } from './recheck-page.ts'
import type { Rechecked } from './recheck-verdict.ts'

/** Checks that rest on asking for an address. */
export function isOwnerOrDead(check: string): boolean {
  return check === 'links/dead' || check === 'links/changed-owner'
}

/** The addresses of an issue: one, or a table of them one a line (全部死链记成一条). */
export function addressesOf({ quote }: Pick<Rechecked, 'quote'>): string[] {
  return [...new Set(quote.split('\n').map((line) => line.trim()).filter((line) => /^https?:/i.test(line)))]
}

/** The addresses whose verdict an issue needs: its own, or what its link leads to now. */
export function addressesToAsk(issue: Rechecked, sight: Pick<PageSight, 'reading' | 'findings'>): string[] {
  if (isOwnerOrDead(issue.check)) return addressesOf(issue).filter((href) => isLinked(href, sight))
  if (!issue.check.startsWith('links/') || sameFinding(issue, sight.findings)) return []
  const href = replacementOf(issue, sight)?.href
  return href && /^https?:/i.test(href) ? [href] : []
}

type Row = { href: string; state: 'standing' | 'fixed' | 'removed' | 'person'; why: string; status: number }

/** 死链、换了主人的链接: every address is asked for again; of a table it is said which remain. */
export function linkVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const addresses = addressesOf(issue)
  if (addresses.length === 0) return verdict('person', 'no-address')
  if (!isSamePage(issue, sight.reading)) return otherPage(sight)
  const rows = addresses.map((href) => rowOf(href, sight))
  const standing = rows.filter(({ state }) => state === 'standing')
  const person = rows.filter(({ state }) => state === 'person')
  const removed = rows.filter(({ state }) => state === 'removed')
  const place = sight.reading.links.find(({ href }) => href !== null && addresses.includes(href))?.anchor ?? null
  // A link that a copy lacks may be painted by a script.
  const sure = sight.live || removed.length === 0
  const left = [...standing, ...person].map(({ href }) => href).join('\n')
  if (standing.length > 0 && rows.length > 1 && standing.length < rows.length) {
    return verdict('standing', 'links-partly', { params: { count: rows.length - standing.length - person.length, left: standing.length + person.length }, now: left, place, sure })
  }
  if (standing[0]) return verdict('standing', 'link-dead', { params: { status: standing[0].status, count: standing.length }, now: left, place, sure })
  if (person[0]) return verdict('person', 'link-unsure', { params: { count: person.length }, now: left, place, sure })
  if (removed.length === rows.length) return verdict('fixed', 'link-removed', { params: { count: removed.length }, sure })
  return verdict('fixed', rows.length > 1 ? 'links-open' : 'link-opens', { params: { count: rows.length }, now: addresses.join('\n'), place, sure })
}

function rowOf(href: string, sight: PageSight): Row {
  const said: LinkVerdict | undefined = sight.links[href]
  const row = (state: Row['state']): Row => ({ href, state, why: said?.reason ?? '', status: said?.status ?? 0 })
  if (!isLinked(href, sight)) return row('removed')
  if (!said) return row('person')
  if (said.verdict === 'dead' || said.reason.startsWith('changed-')) return row('standing')
  return row(said.verdict === 'alive' ? 'fixed' : 'person')
}

/** 空链、错链、暗链 and others that the page itself shows. */
export function pageLinkVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { check } = issue
  const byLayout = check === 'links/hidden' || check === 'links/image' || check === 'links/pixel'
  const found = sameFinding(issue, sight.findings)
  if (found) return verdict('standing', 'link-as-it-was', { now: shorten(found.evidence), place: found.anchor, sure: sight.live || !byLayout })
  if (!isSamePage(issue, sight.reading)) return otherPage(sight)
  const now = replacementOf(issue, sight)
  if (!now) return verdict('fixed', 'link-removed', { params: { count: 1 }, sure: sight.live })
  const where = { now: shorten(now.href ?? now.raw), place: now.anchor, sure: sight.live }
  if (now.image === 'failed') return verdict('standing', 'link-as-it-was', where)
  if (now.tag === 'img' || !now.href || !/^https?:/i.test(now.href)) return verdict('person', 'link-other', where)
  if (sight.findings.some(({ check, anchor }) => check.startsWith('links/') && anchor?.selector === now.anchor.selector)) return verdict('changed', 'link-other', where)
  const said = sight.links[now.href]
  if (said?.verdict === 'dead') return verdict('standing', 'link-to-dead', where)
  if (said?.verdict === 'alive') return verdict('fixed', 'link-replaced', where)
  return verdict('person', 'link-other', where)
}

/** What stands in the link's stead: the one with its words, at its place or elsewhere. Pictures are known by their place alone. */
function replacementOf(issue: Rechecked, { reading }: Pick<PageSight, 'reading'>): LinkReading | null {
  if (issue.check === 'links/hidden' || issue.check === 'links/pixel') return null
  const named = ({ text }: LinkReading) => {
    const words = shorten(text, 40)
    return words.length > 1 && (issue.description.includes(words) || issue.quote.endsWith(` ${words}`))
  }
  const there = reading.links.find(({ anchor, tag }) => anchor.selector === issue.anchor?.selector && (tag === 'img') === (issue.check === 'links/image'))
  if (there && (issue.check === 'links/image' || named(there))) return there
  return reading.links.find((link) => link.tag === 'a' && named(link)) ?? null
}

function isLinked(href: string, { reading }: Pick<PageSight, 'reading'>): boolean {
  return reading.links.some((link) => link.href === href)
}
