import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { readPage } from '../../../utils/reading/index.ts'
import type { PageReading } from '../../../utils/types/reading.ts'

/** A document without layout, as far as happy-dom goes; scripts do not run. */
export function documentOf(html: string, url = 'http://www.qinghe.gov.cn/a/b.html'): Document {
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true } })
  window.document.write(html)
  return window.document as unknown as Document
}

/** Reads a page at noon of a day in Shanghai. */
export function read(html: string, { url = 'http://www.qinghe.gov.cn/a/b.html', today = '2026-11-21' } = {}): PageReading {
  return readPage(documentOf(html, url), { url, now: new Date(`${today}T12:00:00+08:00`) })
}

/** What a saved page must be read as: `pages/<name>.html` and `pages/<name>.json`. */
export interface Saved {
  about: string
  url?: string
  today?: string
  expect: Partial<PageReading>
}

export function saved(name: string): { html: string; wanted: Saved } {
  const at = (extension: string): string => readFileSync(new URL(`pages/${name}.${extension}`, import.meta.url), 'utf8')
  return { html: at('html'), wanted: JSON.parse(at('json')) as Saved }
}
