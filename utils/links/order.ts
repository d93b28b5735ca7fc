/** FNV-1a: the same address has the same place on each visit. */
function placeOf(href: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < href.length; at++) hash = Math.imul(hash ^ href.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * Mixes neighbours: links that stand together (one old column, one dead application) answer alike,
 * and a row of refusals should mean the host, not the row.
 */
export function inPoliteOrder(hrefs: readonly string[]): string[] {
  return [...hrefs].sort((a, b) => placeOf(a) - placeOf(b))
}
