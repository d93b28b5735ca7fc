import type { LinkReading } from '../types/reading.ts'
import { classifyWithoutRequest, needsRequest, type LinkPage } from './classify.ts'

/** The addresses of a page that are to be asked for, each once, in the order of the page. */
export function addressesToAsk(links: readonly LinkReading[], page: LinkPage): string[] {
  const asked = links.filter((link) => needsRequest(classifyWithoutRequest(link, page), link.href, page))
  return [...new Set(asked.map(({ href }) => href!))]
}
