import { fragmentOf, parseAddress } from './address.ts'
import { hasPlace } from './html.ts'
import type { Ruling } from './judge.ts'
import { pageOf } from './page-facts.ts'
import { isShell } from './soft404.ts'
import type { Reason } from './reasons.ts'

/** What WeChat hangs on every address that is copied out of it names no place. */
const MARKS = /^(?:rd|wechat_redirect)$/

/** Names that differ by their number are made by counting: `'<h2 id="sec' + i + '">'`. */
function isCounted(fragment: string, script: string): boolean {
  const stem = /^(.*?[^\d])\d+$/.exec(fragment)?.[1]
  return stem !== undefined && ['"', "'", '`'].some((quote) => script.includes(`${stem}${quote}`) || script.includes(`${quote}${stem}$`)) && /\bid\b|attr\(|setAttribute/.test(script)
}

/**
 * What is wrong with the `#fragment` of a link whose page opened; null where nothing is, or where it cannot be told:
 * a page longer than we read, a route (`#/a`, `#!a`), a text fragment, `#top`.
 */
export function fragmentFault(href: string, ruling: Ruling): Reason | null {
  const fragment = fragmentOf(href)
  const facts = pageOf(ruling.answer)
  if (!fragment || !facts || /^(?:top|[!/?:]|:~:)|[=&?/]/i.test(fragment) || MARKS.test(fragment)) return null
  // a place may be named as the address writes it, or as that reads (HTML 7.4.6.4)
  if ([fragment, parseAddress(href)?.hash.slice(1) ?? ''].some((name) => hasPlace(facts.html, name))) return null
  if (!ruling.answer.whole) return null
  // a script may open the place, or make it
  return isShell(facts) || /location\s*\.\s*hash|hashchange|onpopstate/.test(facts.script) || facts.script.includes(fragment) || isCounted(fragment, facts.script) ? 'fragment-by-script' : 'fragment-missing'
}
