import type { PageReading } from '../types/reading.ts'
import type { About } from './page.ts'

/** A footer without any mark. */
export const NO_FOOTER: PageReading['footer'] = {
  siteIdCode: null, icp: null, policeRecord: null, hasConac: false, hasJiucuo: false, jiucuoSiteCode: null,
  sponsor: null, contact: null, hasSiteMap: false, claimsIpv6: false, claimsAccessible: false, copyrightYear: null,
}

/** The reading of a page whose text could not be walked at all. */
export function emptyReading(doc: Document, about: About): PageReading {
  return {
    url: about.url, title: doc.title ?? '', kind: 'other', readAt: about.now.toISOString(), columnPath: [], columnName: null,
    contentSource: null, publication: null, lastUpdate: null, dateCandidates: [], dateConflict: null, list: null, listState: 'none',
    sections: [], tags: {}, footer: NO_FOOTER, blocks: [], links: [], letters: [], guide: null, gaps: ['reading.gap.text'],
  }
}
