import type { Finding } from '../types/finding.ts'
import type { Phrase } from '../types/phrase.ts'
import type { PageReading } from '../types/reading.ts'

/** Checks whose findings count as 链接不可用 (W-D08, W-D09): each address of a page once. */
const COUNTED = new Set(['links/dead', 'links/empty', 'links/wrong', 'links/image'])

/** One line of the table that records all broken links of a page as one issue. */
export interface BrokenLink {
  address: string
  /** The link's words. */
  text: string
  /** Name of the block it stands in, as the page has it; '' where it has none. */
  section: string
  /** Part of the page: `links.where.*`. */
  where: Phrase
  /** What is wrong, one sentence. */
  says: Phrase
  /** HTTP status of the last answer, null where none came. */
  status: number | null
  onHome: boolean
  parentUrl: string
}

/** The block of a page with a link in it: the home page's section that lists it, or the column's list. */
function sectionOf(reading: PageReading, address: string): string {
  const blocks = reading.list ? [...reading.sections, reading.list] : reading.sections
  return blocks.find(({ items }) => items.some(({ href }) => href === address))?.name ?? ''
}

function roleOf(reading: PageReading, selector: string): string {
  const block = reading.blocks.find((one) => selector === one.selector || selector.startsWith(`${one.selector}>`) || one.selector.startsWith(`${selector}>`))
  return block?.role ?? 'page'
}

/** The page's broken links as a table, in the order of the findings. */
export function brokenLinks(reading: PageReading, findings: readonly Finding[]): BrokenLink[] {
  return findings.filter(({ check }) => COUNTED.has(check)).map(({ evidence, says, anchor }) => ({
    address: evidence,
    text: String(says.params?.['text'] ?? ''),
    section: sectionOf(reading, evidence),
    where: { key: `links.where.${roleOf(reading, anchor?.selector ?? '')}` },
    says,
    status: typeof says.params?.['status'] === 'number' ? says.params['status'] : null,
    onHome: reading.kind === 'home',
    parentUrl: reading.url,
  }))
}
