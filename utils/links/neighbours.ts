import type { LinkReading } from '../types/reading.ts'
import { hostOf, isHttp } from './address.ts'
import { isNowhere } from './empty-link.ts'
import { isGovernmentHost, leavesSite } from './site.ts'

/** The path of the list or block that holds a link: a row of its own (`li`, `span`, `td`, `p`) is not it. */
function containerOf({ anchor }: LinkReading): string {
  const steps = anchor.selector.split('>').slice(0, -1)
  while (/^(?:li|span|td|tr|p|dd|dt|b|strong|em|font)\b/.test(steps[steps.length - 1] ?? '')) steps.pop()
  return steps.join('>')
}

/** An `<a>` that a script can address by its own unique id: its path is that id alone. */
function hasOwnId({ anchor }: LinkReading): boolean {
  return anchor.selector.startsWith('#') && !anchor.selector.includes('>')
}

/** True for the head of a menu: in the same list item stands a block or list of other links. */
function headsMenu(link: LinkReading, links: readonly LinkReading[]): boolean {
  const item = /^(.*>li:nth-child\(\d+\))>/.exec(link.anchor.selector)?.[1]
  return item !== undefined && links.some(({ tag, anchor }) => tag === 'a' && anchor.selector.startsWith(`${item}>`) && /^>(?:.*>)?(?:ul|ol|dl|div)\b.*>a\b/.test(anchor.selector.slice(item.length)))
}

/** A breadcrumb: a few links, 首页 first. Its last ones name where the reader is and need lead nowhere. */
function isBreadcrumb(row: readonly LinkReading[]): boolean {
  return row.length <= 5 && /^(?:网站)?首页$/.test(row[0]?.text.trim() ?? '')
}

/**
 * Links without an address that a script most likely serves, though no reader of a page can see its listeners:
 * those with an id of their own, rows of `javascript:` links without one real link among them (tabs, tools, sharing),
 * heads of menus, and the ends of breadcrumbs.
 */
export function servedByScript(links: readonly LinkReading[]): Set<LinkReading> {
  const rows = new Map<string, LinkReading[]>()
  for (const link of links) {
    if (link.tag !== 'a') continue
    const container = containerOf(link)
    rows.set(container, [...(rows.get(container) ?? []), link])
  }
  const served = new Set<LinkReading>()
  for (const row of rows.values()) {
    const real = row.filter(({ href }) => href !== null && isHttp(href)).length
    const scripted = row.filter(({ raw }) => /^\s*javascript:/i.test(raw)).length
    for (const link of row) {
      if (!isNowhere(link.raw)) continue
      if (hasOwnId(link) || (real === 0 && scripted >= 2) || isBreadcrumb(row) || headsMenu(link, links)) served.add(link)
    }
  }
  return served
}

/** How far up the neighbours of a hidden link are looked for, in steps of its path. */
const UP = 4

/**
 * True when a hidden link to a foreign host stands in a menu or drop-down list of ordinary links:
 * half of those in the same block lead to this site or to government hosts.
 */
export function standsInMenu(link: LinkReading, links: readonly LinkReading[], pageUrl: string): boolean {
  const steps = link.anchor.selector.split('>')
  if (steps.length < UP + 2) return false
  const block = `${steps.slice(0, -UP).join('>')}>`
  const near = links.filter((one) => one !== link && one.href !== null && isHttp(one.href) && one.tag === 'a' && one.anchor.selector.startsWith(block))
  const ordinary = near.filter(({ href }) => !leavesSite(href!, pageUrl) || isGovernmentHost(hostOf(href!)))
  return ordinary.length >= 2 && ordinary.length * 2 >= near.length
}
