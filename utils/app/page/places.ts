import { isSiteMapPage, readPlaces } from '../../reading/places.ts'
import type { PageReading } from '../../types/reading.ts'
import type { PagePlaces } from '../../types/roster-import.ts'

/** What a page offers for the roster, with what its reading says of the site. */
export function placesOfPage({ url, title, tags, footer }: PageReading, doc: Document): PagePlaces {
  return {
    url,
    title,
    siteName: tags['SiteName'] ?? doc.title.split(/[_|\-—]/).pop()?.trim() ?? '',
    siteIdCode: footer.siteIdCode ?? tags['SiteIDCode'] ?? '',
    sponsor: footer.sponsor ?? '',
    places: readPlaces(doc, url),
  }
}

/** True for a site map, by what was read of it. */
export function isSiteMapReading({ title, columnName, url }: Pick<PageReading, 'title' | 'columnName' | 'url'>): boolean {
  return isSiteMapPage([title, columnName ?? ''], url)
}
