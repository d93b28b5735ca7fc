/** Part of a page by its own marking: what stands in a header, menu or footer is not the page's content. */
export type Zone = 'main' | 'header' | 'navigation' | 'aside' | 'footer'

const BY_TAG: Record<string, Zone> = { HEADER: 'header', NAV: 'navigation', ASIDE: 'aside', FOOTER: 'footer' }

const BY_ROLE: Record<string, Zone> = { navigation: 'navigation', contentinfo: 'footer', banner: 'header', complementary: 'aside' }

/** Class and id names that government CMS templates give to the parts around the content; whole names, so that `header-news` is none. */
const BY_NAME: readonly [RegExp, Zone][] = [
  [/^(foot(er)?([-_]?\w{0,8})?|g?bottom\d*|page-?foot(er)?|copyright|bq(xx)?|dibu|yejiao)$/i, 'footer'],
  [/^(header\d*|top([-_]?(bar|nav|menu|line|link)\w*)?|head(er)?[-_]?(top|bar|wrap|nav|box|main)?\d*|site-?header|mobile-?header)$/i, 'header'],
  [/^(nav(bar|s|igation|[-_]?(box|main|wrap|list|con))?\d*|(main|sub|side|top|left)[-_]?(nav|menu)\w{0,6}|menu\d*|daohang|dh)$/i, 'navigation'],
  [/^(side(bar)?|aside|left(bar|side|[-_]?(box|menu|nav))|right(bar|side))$/i, 'aside'],
]

/** A part that holds more than this share of the page's text is the page itself, whatever it is called. */
const TOO_MUCH = 0.6

/** Tells zones for one reading: each element is judged once. */
export class Zones {
  private readonly known = new Map<Element, Zone | null>()
  private readonly most: number

  constructor(body: Element | null) {
    this.most = (body?.textContent?.length ?? 0) * TOO_MUCH
  }

  /** The zone that an element opens, or null where it says nothing. */
  opens(element: Element): Zone | null {
    const known = this.known.get(element)
    if (known !== undefined) return known
    const zone = named(element)
    const trusted = zone !== null && !this.isPageItself(element, zone) ? zone : null
    this.known.set(element, trusted)
    return trusted
  }

  /** A template may call its whole page `top` or `foot`; on a blank page the real menu and footer are most of the text. */
  private isPageItself(element: Element, zone: Zone): boolean {
    if ((element.textContent?.length ?? 0) <= this.most) return false
    return element.querySelector(zone === 'footer' ? 'h1,article,main' : 'h1,h2,article,main,table,p') !== null
  }
}

function named(element: Element): Zone | null {
  const tag = element.tagName
  if (tag === 'BODY' || tag === 'HTML' || tag === 'MAIN' || tag === 'ARTICLE') return null
  const byTag = BY_TAG[tag]
  if (byTag) return tag === 'HEADER' && element.closest('article,main') ? null : byTag
  const role = element.getAttribute('role')
  const byRole = role === null ? undefined : BY_ROLE[role]
  if (byRole) return byRole
  const id = element.id
  const classes = element.getAttribute('class')
  if (id !== '') {
    const zone = byName(id)
    if (zone) return zone
  }
  if (classes === null) return null
  for (const name of classes.split(/\s+/)) {
    const zone = byName(name)
    if (zone) return zone
  }
  return null
}

function byName(name: string): Zone | null {
  for (const [pattern, zone] of BY_NAME) if (pattern.test(name)) return zone
  return null
}
