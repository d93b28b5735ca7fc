import type { EvidenceLook, PageContext } from '../../types/evidence.ts'
import { maskedHtml } from './mask-html.ts'

/** What the browser, not the page, tells of a look. */
export interface LookFacts {
  at: string
  url: string
  shot: string | null
  zoom: number | null
  browser: string
}

/** What is kept of a look: its HTML without personal data. Null where no page told anything. */
export function lookOf(context: PageContext | null, facts: LookFacts): EvidenceLook | null {
  return context && { ...context, html: maskedHtml(context.html), ...facts }
}
