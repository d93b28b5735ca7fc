import { MOST_LINKS } from '../../reading/links.ts'
import { LONGEST_ADDRESS } from '../../types/link.ts'
import type { PageReading } from '../../types/reading.ts'

/** The most that the background takes of each text (`reading-schema.ts`), by the name of its field. */
const LONGEST: Record<string, number> = {
  url: LONGEST_ADDRESS, title: 4_000, name: 2_000, columnName: 2_000, contentSource: 2_000, siteIdCode: 2_000, columnPath: 2_000,
  quote: 2_000, prefix: 100, suffix: 100, time: 20, alt: 4_000, words: 1_000, tags: 20_000, gaps: 200,
}
/** The most of each list. */
const MOST: Record<string, number> = { columnPath: 50, items: 50_000, sections: 2_000, dateCandidates: 500, links: MOST_LINKS, letters: 10_000, large: 200, blocks: 200_000, gaps: 200 }
/** A path through thousands of nested elements; the words are then found without it. */
const LONGEST_SELECTOR = 4_000

/** A reading cut to what a real page has, so that a title or a list without end keeps nothing else from being checked; what was left out is a gap. */
export function fitted(reading: PageReading): PageReading {
  const cut = cutTo(reading, '') as PageReading
  return reading.links.length >= MOST_LINKS && !cut.gaps.includes('reading.gap.links') ? { ...cut, gaps: [...cut.gaps, 'reading.gap.links'] } : cut
}

function cutTo(value: unknown, field: string): unknown {
  if (typeof value === 'string') return cutText(value, field)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const most = MOST[field]
    const all = most !== undefined && value.length > most ? value.slice(0, most) : (value as unknown[])
    return mapped((field === 'items' || field === 'large') && !all.every(hasAddress) ? all.filter(hasAddress) : all, field)
  }
  let copy: Record<string, unknown> | null = null
  for (const name in value) {
    const one = (value as Record<string, unknown>)[name]
    const kept = field === 'tags' && typeof one === 'string' ? one.slice(0, LONGEST['tags']) : cutTo(one, name)
    const named = field === 'tags' ? name.slice(0, 200) : name
    if (kept === one && named === name) continue
    copy ??= { ...(value as Record<string, unknown>) }
    if (named !== name) delete copy[name]
    copy[named] = kept
  }
  return copy ?? value
}

/** Copied only where something was cut: most readings stay as they are. */
function mapped(all: readonly unknown[], field: string): unknown {
  const cut = all.map((one) => cutTo(one, field))
  return cut.some((one, at) => one !== all[at]) ? cut : all
}

function hasAddress(item: unknown): boolean {
  const { href, src } = item as { href?: string; src?: string }
  return (href ?? src ?? '').length <= LONGEST_ADDRESS
}

function cutText(text: string, field: string): string {
  if (field === 'selector') return text.length > LONGEST_SELECTOR ? 'html' : text
  const longest = LONGEST[field]
  return longest !== undefined && text.length > longest ? text.slice(0, longest) : text
}
