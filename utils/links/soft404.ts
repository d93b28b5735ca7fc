import { extensionOf, isHomePath, originOf, parseAddress } from './address.ts'
import { goneWords } from './gone.ts'
import { lengthOf, type HtmlFacts } from './html.ts'
import { common, countMissing, shinglesOf } from './shingles.ts'

/** What a host answers to an address that cannot exist. */
export type UnknownAnswer =
  | { kind: 'honest' } // 404, 410 or another error status
  | { kind: 'home' } // redirects to its home page
  | { kind: 'elsewhere'; final: string } // redirects to one address, its error page
  | { kind: 'page'; title: string; stable: Set<number>; noise: number; saysGone: boolean; shell: boolean; media: number }
  | { kind: 'unclear' } // a wall, a login or no answer

/** Part of an error page that differs between two visits, above which a third is paid. */
const RESTLESS = 0.1

/** What is shown to a reader may repeat the address asked for; that must not make two error pages differ. */
function withoutEcho(text: string, address: string): string {
  const { pathname, search, host } = new URL(address)
  const parts = [address, host + pathname + search, pathname + search, pathname, pathname.slice(pathname.lastIndexOf('/') + 1)]
  return parts.filter((part) => part.length > 3).reduce((left, part) => left.replaceAll(part, ''), text)
}

/** Scripts that fetch what the page shows, or ask which address they stand at. */
const FILLS = /\$\s*\.\s*(?:ajax|getJSON|get|post)\s*\(|\baxios\b|XMLHttpRequest|\bfetch\s*\(|new\s+Vue\b|createApp\s*\(|<script[^<>]*\stype\s*=\s*["']module|\sid\s*=\s*["'](?:app|root)["']|__NUXT__|__NEXT_DATA__|\bv-(?:if|for|html|text)=|\bng-(?:app|repeat|bind)\b|location\s*\.\s*(?:search|pathname)|get(?:Query|Url|Request)(?:String|Param|Parameter)|URLSearchParams/
/** A page that shows nothing until scripts run: such a shell is the same at every address, alive or not. */
export function isShell(facts: HtmlFacts): boolean {
  const length = lengthOf([facts.text])
  return facts.scripts > 0 && (length < 20 || (length < 60 && FILLS.test(facts.html)))
}

/** Pages that a script fills are the same file at every address: what they hold there cannot be told. */
export function isFilled(facts: HtmlFacts): boolean {
  return isShell(facts) || FILLS.test(facts.html)
}

/** A page to compare with: what it shows, without what differs between visits. */
export interface Sketch {
  title: string
  shingles: Set<number>
  /** Pictures, films and frames: a page may say all it says in one. */
  media: number
  facts: HtmlFacts
}

const MEDIA = /<(?:img|video|audio|iframe|embed|object|canvas)\b/gi

/** Reduces an answer's page to what can be compared. */
export function sketch(facts: HtmlFacts, address: string): Sketch {
  return { title: withoutEcho(facts.title, address).replace(/\d+/g, ''), shingles: shinglesOf(withoutEcho(facts.text, address)), media: facts.html.match(MEDIA)?.length ?? 0, facts }
}

/** Puts answers to addresses that cannot exist together: what they share is the error page, the rest is noise. */
export function unknownPage(first: Sketch, second: Sketch, third = second): UnknownAnswer {
  const stable = common(common(first.shingles, second.shingles), third.shingles)
  const words = goneWords(first.facts)
  return {
    kind: 'page',
    title: first.title === second.title ? first.title : '',
    stable,
    noise: Math.max(first.shingles.size, second.shingles.size, third.shingles.size) - stable.size,
    saysGone: words.inTitle || words.inLine !== null,
    shell: isShell(first.facts),
    media: Math.max(first.media, second.media, third.media),
  }
}

/** True for an error page that shows other news each time: two of those share a few words by chance, which a third may not. */
export function isRestless(unknown: UnknownAnswer): boolean {
  return unknown.kind === 'page' && unknown.noise > RESTLESS * unknown.stable.size
}

/** True when a page is the one that its host shows for addresses that do not exist. */
export function isUnknownPage(page: Sketch, unknown: UnknownAnswer): boolean {
  if (unknown.kind !== 'page' || page.title !== unknown.title || page.media > unknown.media) return false
  const words = goneWords(page.facts)
  // the host's error page says so in words that this page lacks: another page in the same frame
  if (unknown.saysGone && !words.inTitle && words.inLine === null) return false
  const lost = countMissing(unknown.stable, page.shingles)
  const own = countMissing(page.shingles, unknown.stable)
  return lost <= Math.max(2, unknown.stable.size * 0.05) && own <= unknown.noise * 1.5 + Math.max(6, unknown.stable.size * 0.04)
}

/** Parameters that name a record. */
const ID_PARAMETER = /^(?:.*id|no|code|key|num|sn|article|news|info|page_?id|uuid|guid)$/i

/**
 * An address like this one that cannot exist: another name in the same folder with the same extension,
 * or the same program with another record. `salt` makes it new on each visit, so that no cache knows it.
 */
export function impossibleLike(address: string, salt: string): string {
  const url = new URL(address)
  const id = [...url.searchParams.keys()].find((name) => ID_PARAMETER.test(name))
  if (id !== undefined) {
    const digits = /^\d+$/.test(url.searchParams.get(id) ?? '')
    url.searchParams.set(id, digits ? `99${Number.parseInt(salt, 36) % 10_000_000}` : `none${salt}`)
    return url.href
  }
  const extension = extensionOf(address)
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)
  url.pathname = isHomePath(address) ? `/none${salt}.html` : `${folder}none${salt}${extension ? `.${extension}` : url.pathname.endsWith('/') ? '/' : ''}`
  url.search = ''
  return url.href
}

/** Addresses that a host treats alike: one program, or one kind of file. */
export function unknownClass(address: string): string {
  const url = parseAddress(address) ?? new URL(address)
  const id = url.search !== '' && [...url.searchParams.keys()].some((name) => ID_PARAMETER.test(name))
  return `${originOf(address)} ${id ? url.pathname : `*.${extensionOf(address)}`}`
}

/** The same for hosts that run several systems side by side: the first folder has its own. Null for addresses in no folder. */
export function unknownFolder(address: string): string | null {
  const folder = /^\/[^/]+\//.exec(parseAddress(address)?.pathname ?? '')?.[0]
  return folder ? `${folder} ${unknownClass(address)}` : null
}
