import type { LinkReading } from '../types/reading.ts'
import { anchorOf } from './anchor.ts'
import { isConcealed } from './concealed.ts'
import type { Page } from './page.ts'
import type { Steps } from './steps.ts'
import { isShown } from './visible.ts'

const TAGS: Record<string, LinkReading['tag']> = { A: 'a', AREA: 'area', IMG: 'img', IFRAME: 'iframe', LINK: 'link' }
/** `<link>`s whose target a reader is shown or given: styles, icons, other versions and feeds; not hints to the browser. */
const SHOWN_LINKS = /(?:^|\s)(?:stylesheet|icon|alternate)(?=\s|$)/i
/** Attributes by which frameworks and old scripts take a click. */
const HANDLERS = /^(?:on(?:click|mouse(?:down|up)|touch.*)|@click.*|v-on:click.*|x-on:click.*|ng-click|hx-.*|lay-.*|data-(?:bs-)?(?:href|url|link|action|toggle|target|role|dismiss|slide(?:-to)?)|jump|tourl)$/
/** What a handler says that does nothing: the click is taken and that is all. */
const IDLE = /^(?:\s|;|javascript:|return(?:\s+(?:false|true))?|void\s*\(?0\)?|false|(?:event\.)?preventDefault\(\))*$/i
const VOID = /^(?:|#.*|javascript:\s*(?:;|void\s*\(?\s*0?\s*\)?;?)?\s*)$/i
const CALL = /^(?:javascript:\s*)+(?!javascript:|#|;|\/\/|void\b|(?:return\s+)?(?:true|false|null|undefined|return)\s*;?\s*$|\{\s*\}|\(?0\)?\s*;?\s*$|''|"")\S/i
const HIDDEN_STYLE = /(?:left|top|text-indent)\s*:\s*-\d{3,}|font-size\s*:\s*[01](?:px)?\b|opacity\s*:\s*0(?![.\d])/i
/** A picture in place of words that were moved out of the box: how logos were made into links. */
const PICTURED = /background[^;]*url\(/i
/** Anchors below this size are for counters and hidden links, not for people; in CSS pixels. */
const TINY = 2

/** A page with more is made to hold its reader up; the largest real ones have some 3,000. */
export const MOST_LINKS = 20_000

/** Every address that the page leads to or loads, at most `MOST_LINKS`: links, image maps, pictures, frames. */
export function* readLinks(page: Page): Steps<LinkReading[]> {
  const links: LinkReading[] = []
  let count = 0
  for (const element of page.doc.querySelectorAll('a,area[href],img[src],iframe[src],link[href]')) {
    if (++count % 60 === 0) yield
    const link = linkOf(element, page)
    if (link) links.push(link)
    if (links.length >= MOST_LINKS) break
  }
  return links
}

function linkOf(element: Element, page: Page): LinkReading | null {
  const tag = TAGS[element.tagName]
  if (!tag || (tag === 'link' && !SHOWN_LINKS.test(element.getAttribute('rel') ?? ''))) return null
  const named = tag === 'a' || tag === 'area' || tag === 'link'
  const raw = element.getAttribute(named ? 'href' : 'src')
  // A picture given in the page itself is no address to check, and may be megabytes long.
  if (raw?.startsWith('data:')) return null
  const handled = hasHandler(element)
  if (raw === null && !handled) return null
  const written = raw?.trim() ?? ''
  const href = raw === null || VOID.test(written) ? null : resolved(element, named)
  return {
    raw: raw ?? '',
    href,
    text: wordsOf(element),
    tag,
    visible: isSeen(element, page) ? !(tag === 'a' && href !== null && isForeign(href, page.url) && isConcealed(element)) : isFolded(element, page),
    handled: handled || CALL.test(written),
    ...(named && written.length > 1 && written.startsWith('#') ? { lands: hasPlace(page.doc, written.slice(1)) } : {}),
    ...(tag === 'img' ? pictureOf(element as HTMLImageElement) : {}),
    anchor: anchorOf(element, '', 0, 0, page.places),
  }
}

/** Names of the last levels of a host: enough to tell whose links may have been planted. */
const ownerOf = (href: string) => /^https?:\/\/([^/?#:]+)/i.exec(href)?.[1]?.toLowerCase().split('.').slice(-3).join('.') ?? ''

/** True for an address of another site, government sites left out: only such links are hidden on purpose. */
function isForeign(href: string, pageUrl: string): boolean {
  const owner = ownerOf(href)
  return owner !== '' && !owner.endsWith('gov.cn') && owner !== ownerOf(pageUrl)
}

/** Whether the page has the place that `#name` leads to. */
function hasPlace(doc: Document, name: string): boolean {
  let plain = name
  try {
    plain = decodeURIComponent(name)
  } catch {
    // Not encoded after all.
  }
  return plain.toLowerCase() === 'top' || doc.getElementById(plain) !== null || doc.getElementsByName(plain).length > 0
}

/** A picture that loaded nothing, or a counter of one pixel. One that is still to load says nothing. */
function pictureOf(image: HTMLImageElement): Pick<LinkReading, 'image'> {
  if (!image.complete || image.src === '') return {}
  if (image.naturalWidth === 0) return { image: 'failed' }
  return image.naturalWidth === 1 && image.naturalHeight === 1 ? { image: 'pixel' } : {}
}

/** The browser's own resolution; null where the address cannot be one, in which case the DOM gives it back as written. */
function resolved(element: Element, named: boolean): string | null {
  const address = named ? (element as HTMLAnchorElement).href : (element as HTMLImageElement).src
  if (typeof address !== 'string') return null
  return /^(?:https?|file):\/\/[\w.-]+(?::\d+)?(?:[/?#]|$)/.test(address) ? address : absolute(address)
}

function absolute(address: string): string | null {
  try {
    return new URL(address).href
  } catch {
    return null
  }
}

function wordsOf(element: Element): string {
  const text = element.textContent
  const words = text ? text.replace(/\s+/g, ' ').trim() : ''
  if (words !== '') return words.slice(0, 200)
  const own = element.getAttribute('alt') || element.getAttribute('title') || element.querySelector('img[alt]')?.getAttribute('alt')
  return (own ?? '').trim().slice(0, 200)
}

/** Roles whose click a script must take, or they would do nothing at all. */
const WIDGETS = /^(?:tab|button|menuitem|option|switch)$/

function hasHandler(element: Element): boolean {
  if (WIDGETS.test(element.getAttribute('role') ?? '')) return true
  return element.getAttributeNames().some((name) => isHandler(element, name)) || (element.parentElement?.hasAttribute('onclick') ?? false)
}

function isHandler(element: Element, name: string): boolean {
  if (name === 'href' || name === 'class' || name === 'target' || name === 'title' || name === 'src') return false
  // a leave-site prompt may keep the address under any name
  if (name.startsWith('data-') && /^(?:https?:)?\/\//i.test(element.getAttribute(name) ?? '')) return true
  return HANDLERS.test(name) && !(name.startsWith('on') && IDLE.test(element.getAttribute(name) ?? ''))
}

/** True for what stands in a closed `<details>`: a reader opens it with one click on its heading, which can be seen. */
function isFolded(element: Element, page: Page): boolean {
  const heading = element.closest('details:not([open])')?.querySelector('summary')
  return heading !== null && heading !== undefined && page.shown.has(heading) && !element.closest('[hidden],[style*="display"],[style*="visibility"]')
}

/** How far up a box is looked for that was moved out of the window with all it holds. */
const MOVED_BOXES = 6

function isSeen(element: Element, page: Page): boolean {
  // Pictures and frames were not walked into; what holds them was.
  const seen = page.shown.has(element) || (element.tagName !== 'A' && page.shown.has(element.parentElement ?? element) && isShown(element))
  if (!seen) return false
  for (let at: Element | null = element, up = 0; at && up < MOVED_BOXES; at = at.parentElement, up++) {
    const style = at.getAttribute('style')
    if (style !== null && HIDDEN_STYLE.test(PICTURED.test(style) ? style.replace(/text-indent/gi, '') : style)) return false
  }
  if (element.tagName !== 'IMG' && element.tagName !== 'IFRAME') return true
  const width = element.getAttribute('width')
  const height = element.getAttribute('height')
  return !((width !== null && Number(width) < TINY) || (height !== null && Number(height) < TINY))
}
