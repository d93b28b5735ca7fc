import type { LinkReading } from '../types/reading.ts'
import { anchorOf } from './anchor.ts'
import type { Page } from './page.ts'
import { absolute } from './page.ts'
import type { Steps } from './steps.ts'

const TAGS: Record<string, LinkReading['tag']> = { A: 'a', AREA: 'area', IMG: 'img', IFRAME: 'iframe', LINK: 'link' }
/** Attributes by which frameworks and old scripts take a click. */
const HANDLERS = /^(?:on(?:click|mouse(?:down|up)|touch)|@click|v-on:click|ng-click|data-(?:href|url|action|toggle|target|role)|jump|tourl)$/i
const VOID = /^(?:|#.*|javascript:\s*(?:;|void\s*\(?\s*0?\s*\)?;?)?\s*)$/i
/** Anchors below this size are for counters and hidden links, not for people; in CSS pixels. */
const TINY = 2

/** Every address that the page leads to or loads: links, image maps, pictures, frames. */
export function* readLinks(page: Page): Steps<LinkReading[]> {
  const links: LinkReading[] = []
  let count = 0
  for (const element of page.doc.querySelectorAll('a,area[href],img[src],iframe[src]')) {
    if (++count % 200 === 0) yield
    const tag = TAGS[element.tagName]
    if (!tag) continue
    const raw = element.getAttribute(tag === 'a' || tag === 'area' ? 'href' : 'src')
    if (raw === null && !hasHandler(element)) continue
    // A picture given in the page itself is no address to check, and may be megabytes long.
    if (raw?.startsWith('data:')) continue
    links.push({
      raw: raw ?? '',
      href: raw === null || VOID.test(raw.trim()) ? null : absolute(raw, page.base),
      text: wordsOf(element),
      tag,
      visible: isSeen(element),
      handled: hasHandler(element) || /^javascript:\s*(?!;|void)\S/i.test(raw?.trim() ?? ''),
      anchor: anchorOf(element, '', 0, 0, page.places),
    })
  }
  return links
}

function wordsOf(element: Element): string {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const own = element.getAttribute('alt') || element.getAttribute('title')
  return (text || own || element.querySelector('img[alt]')?.getAttribute('alt') || '').trim().slice(0, 200)
}

function hasHandler(element: Element): boolean {
  return [element, element.parentElement].some((e) => e !== null && [...e.attributes].some((a) => HANDLERS.test(a.name)))
}

function isSeen(element: Element): boolean {
  if (typeof element.checkVisibility === 'function' && !element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true })) return false
  const style = element.getAttribute('style') ?? ''
  if (/(?:left|top|text-indent)\s*:\s*-\d{3,}|font-size\s*:\s*[01](?:px)?\b|opacity\s*:\s*0(?![.\d])/i.test(style)) return false
  const width = Number(element.getAttribute('width') ?? Number.NaN)
  const height = Number(element.getAttribute('height') ?? Number.NaN)
  return !(width < TINY || height < TINY)
}
