import { readFileSync } from 'node:fs'
import { articlePath, listed, siteUrl } from './county/addresses.ts'
import { shanghaiToday } from './county/clock.ts'
import { SITES } from './county/county.ts'
import type { CountyColumn, CountySite, Scene } from './county/types.ts'
import { PLANTED } from './faults.ts'

export interface Fault {
  id: string
  /** Address of the page. */
  url: string
  /** Check id; `wording/` and `wording/privacy` are prefixes of it. */
  check: string
  indicator: string | null
  unit: string
  /** Exact words on the page, across inline tags. */
  quote?: string
  /** The link as the page has it. */
  raw?: string
  /** The link as a browser resolves it. */
  href?: string
  note: string
}

/** A link that must not be called dead, though a machine cannot open it. */
export interface UnsureLink {
  url: string
  href: string
  status: number
}

export interface Manifest {
  faults: Fault[]
  unsureLinks: UnsureLink[]
  /** Pages without any fault. */
  cleanPages: string[]
  /** Every page, in the order of the tour: each site's home, then each column with its articles. */
  allPages: string[]
}

function place(page: number | string, scene: Omit<Scene, 'site'>): { url: string; unit: string } {
  for (const site of SITES) {
    if (typeof page === 'string') {
      const [label, path] = page.split(' ') as [string, string]
      if (!site.host.startsWith(`${label}.`)) continue
      return { url: siteUrl(site, path), unit: site.columns.find((one) => one.path === path)?.unit ?? site.unit }
    }
    for (const column of site.columns) {
      const article = column.articles.find((one) => one.id === page)
      if (article) return { url: siteUrl(site, articlePath(column, article, scene)), unit: column.unit }
    }
  }
  throw new Error(`no such page: ${page}`)
}

function pagesOf(site: CountySite, column: CountyColumn, scene: Omit<Scene, 'site'>): string[] {
  const articles = listed(column, scene).map((one) => siteUrl(site, articlePath(column, one, scene)))
  return [siteUrl(site, column.path), ...articles]
}

/** What is planted where, for a day `YYYY-MM-DD`: addresses of articles carry their date, so they move with it. */
export function countyManifest(today: string, mended = false): Manifest {
  const scene = { clock: { today }, mended }
  const faults = PLANTED.map(({ page, ...rest }): Fault => {
    const { url, unit } = place(page, scene)
    return { ...rest, url, unit, ...(rest.raw === undefined ? {} : { href: new URL(rest.raw, url).href }) }
  })
  const allPages = SITES.flatMap((site) => [siteUrl(site, '/'), ...site.columns.flatMap((column) => pagesOf(site, column, scene))])
  const faulty = new Set(faults.map((fault) => fault.url))
  return {
    faults,
    unsureLinks: [
      { url: 'http://www.qinghe.gov.cn/', href: 'http://zwfw.qinghe.gov.cn/portal/', status: 412 },
      { url: 'http://www.qinghe.gov.cn/bsfw/', href: 'http://zwfw.qinghe.gov.cn/portal/', status: 412 },
      { url: 'http://www.qinghe.gov.cn/', href: 'http://data.qinghe.gov.cn/', status: 403 },
    ],
    cleanPages: allPages.filter((url) => !faulty.has(url)),
    allPages,
  }
}

const now = countyManifest(shanghaiToday())

/** For today in Asia/Shanghai; a server with another `today` needs `countyManifest`. */
export const FAULTS = now.faults
export const UNSURE_LINKS = now.unsureLinks
export const CLEAN_PAGES = now.cleanPages
export const ALL_PAGES = now.allPages

/** The county's roster as an office would import it. */
export const ROSTER_CSV = readFileSync(new URL('./roster.csv', import.meta.url), 'utf8')
