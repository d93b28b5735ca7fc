import { alikeOf } from './alike.ts'

/** FNV-1a: the same address has the same place on each visit. */
function placeOf(href: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < href.length; at++) hash = Math.imul(hash ^ href.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * Mixes neighbours: links that stand together (one old column, one dead application) answer alike,
 * and a row of refusals should mean the host, not the row. One of each folder or program goes first: what is dead shows soon.
 */
export function inPoliteOrder(hrefs: readonly string[]): string[] {
  const places = new Map(hrefs.map((href) => [href, placeOf(href)]))
  const mixed = [...hrefs].sort((a, b) => places.get(a)! - places.get(b)!)
  const known = new Set<string>()
  const [scouts, others]: [string[], string[]] = [[], []]
  for (const href of mixed) {
    const alike = alikeOf(href)
    ;(known.has(alike) ? others : scouts).push(href)
    known.add(alike)
  }
  return [...scouts, ...others]
}
