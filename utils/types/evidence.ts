/** What a page tells of itself at the moment of a picture (取证信息). Text of a page that may be hostile: shown as text, never as markup. */
export interface PageContext {
  /** 来源页, or ''. */
  referrer: string
  /** CSS pixels from the document's top left corner. */
  scrollX: number
  scrollY: number
  viewportWidth: number
  viewportHeight: number
  pageHeight: number
  /** Pixels of the screen to one CSS pixel, zoom included. */
  ratio: number
  /** HTTP status of the page; null where the browser does not tell. */
  status: number | null
  /** Last-Modified as the server sent it, instant ISO 8601 UTC; null where it sent none. */
  lastModified: string | null
  /** HTML around the place: at most 8 KB, without scripts, event handlers, data: and blob: addresses; personal data masked before it is stored. */
  html: string
}

/** One look at a page: what stands beside a picture. */
export interface EvidenceLook extends PageContext {
  /** Instant, ISO 8601 UTC. */
  at: string
  url: string
  /** Hash of the picture; null where none was taken. */
  shot: string | null
  /** Zoom of the tab, 1 for 100 %; null where the browser does not tell. */
  zoom: number | null
  /** Name and version of the browser. */
  browser: string
}

/** A page that was saved whole as one MHTML file, as an issue refers to it. */
export interface SavedPageRef {
  /** SHA-256 of the file, hex. */
  hash: string
  at: string
  url: string
  bytes: number
}

/** Everything known of how an issue came about, beside its words and pictures. */
export interface Evidence {
  issueId: string
  /** The oldest first. */
  looks: EvidenceLook[]
  pages: SavedPageRef[]
}

/** A saved page itself, stored once by its hash. */
export interface SavedPage {
  /** SHA-256 of `file`, hex. */
  hash: string
  /** multipart/related (MHTML), as the browser made it. */
  file: Blob
}
