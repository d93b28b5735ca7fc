import { hostOf } from './address.ts'
import type { Answer } from './answer.ts'
import { lengthOf, type HtmlFacts } from './html.ts'
import { AGE_GATE, DOMAIN_TRADE, FOR_SALE, GAMBLING, GUARDS, LAWFUL, PARKED, PARKING_SCRIPTS, PORN, SERVER_DEFAULT } from './owner-words.ts'
import type { Reason } from './reasons.ts'
import { isGovernmentHost } from './site.ts'

/** Lines of so many characters are sentences: an article, not an offer. */
const SENTENCE = 30

interface Suspicion {
  reason: Reason
  /** The words that show it. */
  evidence: string
}

/** Different words of a kind that a text has. */
function hits(text: string, words: RegExp): string[] {
  return [...new Set([...text.matchAll(words)].map(([word]) => word.toLowerCase()))]
}

/** Texts against gambling and pornography use the same words; theirs stand beside words of police and warning. */
function isWarning(text: string): boolean {
  return GUARDS.test(text.replace(AGE_GATE, ''))
}

function score(facts: HtmlFacts, words: RegExp): { points: number; found: string[] } {
  const title = hits(facts.title, words)
  const summary = hits(facts.summary, words)
  const body = hits(facts.text.slice(0, 8000), words)
  return { points: title.length * 3 + Math.min(summary.length, 3) * 2 + Math.min(body.length, 5), found: [...new Set([...title, ...summary, ...body])] }
}

/** A bought domain that keeps the old title and loads its new content by one script: the page itself is next to empty. */
function loadsElsewhere(facts: HtmlFacts): boolean {
  return lengthOf([facts.text]) < 40 && /document\.write\([^)]*<script|eval\(function\(p,a,c,k,e,[dr]\)|String\.fromCharCode\((?:\d+,){20}/.test(facts.script)
}

/** Characters that a server's own page has at most. */
const DEFAULT_LENGTH = 1_000

/**
 * Government hosts cannot be bought, and write about gambling. But a name that was given up may lead to a stranger's server:
 * its title is an offer, and no word of the page warns or reports.
 */
function atGovernment(facts: HtmlFacts): Suspicion | null {
  const kinds: [Reason, RegExp][] = [['changed-gambling', GAMBLING], ['changed-porn', PORN]]
  // most pages are asked no more than this
  const [kind] = kinds.filter(([, words]) => hits(facts.title, words).length > 0)
  if (!kind) return null
  const all = `${facts.title} ${facts.summary} ${facts.text.slice(0, 8000)}`
  if (isWarning(all) || LAWFUL.test(all) || facts.lines.some((line) => line.length >= SENTENCE * 2)) return null
  const [reason, words] = kind
  const found = hits(all, words)
  return found.length >= 3 ? { reason, evidence: found.slice(0, 8).join('、') } : null
}

/** A page that nobody but a server wrote. */
export function isServerDefault(facts: HtmlFacts): boolean {
  return lengthOf([facts.text]) < DEFAULT_LENGTH && [facts.title, ...facts.lines.slice(0, 3)].some((line) => SERVER_DEFAULT.test(line))
}

/**
 * What an outgoing link's page has become: gambling, pornography, for sale or parked. Null where nothing shows it.
 * A suspicion with its evidence; a person decides. At government hosts only what nobody could mistake for news.
 */
export function changedOwner(answer: Answer, facts: HtmlFacts): Suspicion | null {
  if (isGovernmentHost(hostOf(answer.final))) return atGovernment(facts)
  const named = `${facts.title} ${facts.summary}`
  const length = lengthOf([facts.text])
  // the fewer words a page has, the fewer of them must speak of a sale
  const says = (points: number) => points >= 3 || (points >= 2 && length < 600) || (points >= 1 && length < 200)
  const isProse = facts.lines.filter((line) => line.length >= SENTENCE).length >= 3
  const sale = score(facts, FOR_SALE)
  const trade = isProse ? { points: 0, found: [] } : score(facts, DOMAIN_TRADE)
  if (!isProse && says(sale.points + trade.points)) return { reason: 'changed-for-sale', evidence: [...sale.found, ...trade.found].join('、') }
  const parked = isProse ? { points: 0, found: [] } : score(facts, PARKED)
  if (length < 400 && PARKING_SCRIPTS.test(facts.html)) return { reason: 'changed-parked', evidence: PARKING_SCRIPTS.exec(facts.html)?.[0].slice(0, 60) ?? '' }
  if (says(parked.points)) return { reason: 'changed-parked', evidence: parked.found.join('、') }
  const kinds: [Reason, RegExp][] = [['changed-gambling', GAMBLING], ['changed-porn', PORN]]
  for (const [reason, words] of kinds) {
    const { points, found } = score(facts, words)
    // one word may be chance, however often it is said
    const several = found.length >= 2 && points >= (reason === 'changed-gambling' && LAWFUL.test(`${named} ${facts.text.slice(0, 2000)}`) ? 7 : length < 200 && found.length >= 3 ? 3 : 4)
    const enough = isWarning(named) ? false : isWarning(facts.text.slice(0, 8000)) ? points >= 8 && found.length >= 4 && !isProse : several || (points >= 3 && loadsElsewhere(facts))
    if (enough) return { reason, evidence: found.slice(0, 8).join('、') }
  }
  return null
}
