import { classifyWithoutRequest, needsRequest } from '../links/classify.ts'
import { LONGEST_ADDRESS } from '../types/link.ts'
import type { PageReading } from '../types/reading.ts'

/** Addresses of a page that are worth a request, each once, whatever its text. */
export function addressesToAsk(reading: PageReading): string[] {
  const page = { url: reading.url, isSecure: reading.url.startsWith('https:') }
  const worth = new Set<string>()
  for (const link of reading.links) {
    const { href } = link
    if (href !== null && href.length <= LONGEST_ADDRESS && !worth.has(href) && needsRequest(classifyWithoutRequest(link, page), href, page)) worth.add(href)
  }
  return [...worth]
}
