import type { PagePlace, PlaceKind } from '../types/roster-import.ts'
import { absolute } from './page.ts'
import { MORE } from './rows.ts'

/** As many links as are looked at; the largest site maps have some two thousand. */
const MOST_LINKS = 5000
/** Names of columns and offices are short; what is longer is a headline. */
const LONGEST_NAME = 24
const LONGEST_HEADING = 16
/** How far up a heading's words reach. */
const REACH = 4
const HEADINGS = 'h1,h2,h3,h4,h5,dt,legend,caption,th'
const NAVIGATION = 'nav,[role="navigation"],[class*="nav" i],[class*="menu" i],[id*="nav" i],[id*="menu" i]'
const SITE_MAP = /(?:网站|站点|本站)地图|site\s*map/i
const DOCUMENT = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|jpe?g|png|gif|mp[34]|apk|exe)$/i

/** True for a page whose links are the columns of its site: its title or heading says 站点地图, or its address does. */
export function isSiteMapPage(names: readonly string[], url: string): boolean {
  return names.some((name) => SITE_MAP.test(name)) || /site-?map|\/wzdt/i.test(url)
}

/**
 * The addresses on a home or site-map page that may be columns or sites, in the order of the page: entries of menus,
 * names of blocks and their 更多, lists of a site map. No judgement which of them are: see `utils/roster/propose.ts`.
 */
export function readPlaces(doc: Document, url: string): PagePlace[] {
  const base = doc.baseURI || url
  const isMap = isSiteMapPage([doc.title, doc.querySelector('h1,h2')?.textContent ?? ''], url)
  const places: PagePlace[] = []
  let heading: { text: string; box: Element } | null = null
  let left = MOST_LINKS
  for (const element of doc.querySelectorAll(`${HEADINGS},a[href],area[href]`)) {
    if (element.matches(HEADINGS)) {
      const text = nameIn(element)
      if (text.length > 1 && text.length <= LONGEST_HEADING) heading = { text, box: boxOf(element) }
      continue
    }
    if (left-- <= 0) break
    const raw = element.getAttribute('href') ?? ''
    const href = /^\s*(?:#|javascript:|mailto:|tel:)/i.test(raw) ? null : absolute(raw, base)
    if (!href || !/^https?:/.test(href) || DOCUMENT.test(href.replace(/[?#].*$/, ''))) continue
    const own = nameIn(element)
    const isMore = MORE.test(own) || (own === '' && MORE.test(element.getAttribute('title') ?? ''))
    const over = heading?.box.contains(element) ? heading.text : ''
    const name = isMore ? (blockName(element) ?? over) : own
    if (name.length < 2 || name.length > LONGEST_NAME) continue
    const kind: PlaceKind = isMore || element.closest('h1,h2,h3,h4,h5,dt') ? 'section' : element.closest(NAVIGATION) ? 'navigation' : isMap ? 'map' : 'link'
    const parent = menuName(element)
    const group = parent ?? (over === name ? '' : over)
    places.push({ name, url: href, kind, group })
  }
  return places
}

/** The words of a link without the sign in an icon; an image's or link's title where it has none. */
function nameIn(element: Element): string {
  const all = clean(element.textContent ?? '')
  const icons = [...element.querySelectorAll('i,em,svg')].map((icon) => clean(icon.textContent ?? '')).filter((text) => text.length === 1)
  const bare = icons.reduce((text, icon) => text.replace(icon, ''), all)
  const name = bare.length >= 2 ? bare : all
  return name || clean(element.querySelector('img')?.getAttribute('alt') ?? element.getAttribute('title') ?? element.getAttribute('alt') ?? '')
}

function clean(text: string): string {
  return text.replace(/[\s\u00a0\u200b]+/g, ' ').replace(/^[\s>＞»·•|【[]+|(?<![\s>＞»|】\]])[\s>＞»|】\]]+$/g, '').trim()
}

/** The part of the page that a heading speaks for. */
function boxOf(heading: Element): Element {
  let box = heading.parentElement ?? heading
  for (let up = 0; up < REACH - 1 && box.parentElement && box.parentElement.tagName !== 'BODY' && box.querySelectorAll('a').length < 2; up++) box = box.parentElement
  return box
}

/** What stands over a block with 更多: its heading, the tab of its pane, or the first short words beside it. */
function blockName(more: Element): string | null {
  const tab = tabOf(more)
  if (tab) return tab
  for (let at: Element | null = more.parentElement, up = 0; at && up < REACH && at.tagName !== 'BODY'; at = at.parentElement, up++) {
    const heads = [...at.querySelectorAll('h1,h2,h3,h4,h5,dt,strong,b,span,a,div,p')].filter((one) => one !== more && !more.contains(one) && !one.contains(more) && one.children.length <= 1)
    const head = heads.find((one) => {
      const text = nameIn(one)
      return text.length >= 2 && text.length <= LONGEST_HEADING && !MORE.test(text) && /\p{L}{2}/u.test(text)
    })
    if (head) return nameIn(head)
  }
  return null
}

/** Where 更多 stands in one of several panes, the tab at the same place. */
function tabOf(more: Element): string | null {
  let pane: Element | null = more.parentElement
  for (let up = 0; up < 3 && pane?.parentElement; up++, pane = pane.parentElement) {
    const kind = pane.getAttribute('class')?.split(' ')[0]
    const siblings: Element[] = [...pane.parentElement.children]
    const panes = siblings.filter((one) => one.tagName === pane!.tagName && kind && one.getAttribute('class')?.split(' ')[0] === kind)
    if (panes.length < 2) continue
    const before = siblings[siblings.indexOf(panes[0]!) - 1] ?? pane.parentElement.previousElementSibling
    const tabs = [...(before?.querySelectorAll('li,a,span') ?? [])].filter((one) => nameIn(one).length >= 2 && one.children.length <= 1 && !MORE.test(nameIn(one)))
    const same = tabs.filter((one) => one.tagName === tabs[0]?.tagName)
    if (same.length === panes.length) return nameIn(same[panes.indexOf(pane)]!)
  }
  return null
}

/** The entry of a menu under which this one lies: 政务公开 over its drop-down list. */
function menuName(element: Element): string | null {
  const item = element.closest('ul,ol,dl,div')?.closest('li')
  const entry = item && [...item.children].map((child) => (child.tagName === 'A' ? child : child.querySelector(':scope > a'))).find((one) => one && one !== element)
  if (!entry || entry.contains(element) || !(entry.compareDocumentPosition(element) & 4)) return null
  const name = nameIn(entry)
  return name.length >= 2 && name.length <= LONGEST_HEADING ? name : null
}
