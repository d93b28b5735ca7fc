import { readPage } from '../../reading/index.ts'
import type { PageReading } from '../../types/reading.ts'

/**
 * Reads a fetched page without opening it: no script of it runs, nothing of it is loaded. Needs a DOM, so one of our own pages.
 * @param url where it was fetched from: the base for its links
 */
export function readCopy(html: string, url: string, now: Date): PageReading {
  const doc = new DOMParser().parseFromString(html, 'text/html')
  const own = doc.querySelector('base[href]')?.getAttribute('href')
  const base = doc.createElement('base')
  base.setAttribute('href', baseOf(own ?? '', url))
  doc.querySelectorAll('base').forEach((one) => one.remove())
  doc.head.prepend(base)
  return readPage(doc, { url, now })
}

function baseOf(written: string, url: string): string {
  try {
    return new URL(written, url).href
  } catch {
    return url
  }
}
