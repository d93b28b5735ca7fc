/** Part of a page by its own marking: what stands in a header, menu or footer is not the page's content. */
export type Zone = 'main' | 'header' | 'navigation' | 'aside' | 'footer'

const BY_TAG: Record<string, Zone> = { HEADER: 'header', NAV: 'navigation', ASIDE: 'aside', FOOTER: 'footer' }

/** Class and id names that government CMS templates give to the parts around the content; whole names, so that `header-news` is none. */
const BY_NAME: readonly [RegExp, Zone][] = [
  [/^(foot(er)?([-_]?\w{0,8})?|g?bottom\d*|page-?foot(er)?|copyright|bq(xx)?|dibu|yejiao)$/i, 'footer'],
  [/^(header\d*|top([-_]?(bar|nav|menu|line|link)\w*)?|head(er)?[-_]?(top|bar|wrap|nav|box|main)?\d*|site-?header|mobile-?header)$/i, 'header'],
  [/^(nav(bar|s|igation|[-_]?(box|main|wrap|list|con))?\d*|(main|sub|side|top|left)[-_]?(nav|menu)\w{0,6}|menu\d*|daohang|dh)$/i, 'navigation'],
  [/^(side(bar)?|aside|left(bar|side|[-_]?(box|menu|nav))|right(bar|side))$/i, 'aside'],
]

/** The zone that an element opens, or null where it says nothing. */
export function zoneOf(element: Element): Zone | null {
  const byTag = BY_TAG[element.tagName]
  if (byTag) return element.tagName === 'HEADER' && element.closest('article,main') ? null : byTag
  const role = element.getAttribute('role')
  if (role === 'navigation' || role === 'contentinfo' || role === 'banner') {
    return role === 'navigation' ? 'navigation' : role === 'banner' ? 'header' : 'footer'
  }
  const names = `${element.id} ${element.getAttribute('class') ?? ''}`.trim()
  if (names === '') return null
  for (const name of names.split(/\s+/)) {
    for (const [pattern, zone] of BY_NAME) if (pattern.test(name)) return zone
  }
  return null
}
