import { get } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { Window } from 'happy-dom'
import iconv from 'iconv-lite'

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  /** Decoded by the header's charset, else by the page's own. */
  text: string
}

/** Asks the county's server for an address, as a browser with mapped hosts would. */
export function ask(port: number, url: string): Promise<Got> {
  const { host, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: pathname + search, headers: { host }, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const bytes = Buffer.concat(parts)
        const own = /charset="?([\w-]+)/i.exec(response.headers['content-type'] ?? '') ?? /charset="?([\w-]+)/i.exec(bytes.toString('latin1'))
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: iconv.decode(bytes, own?.[1] ?? 'utf-8') })
      })
    }).on('error', reject)
  })
}

/** The page as a document; scripts do not run. */
export function parse(html: string): Document {
  const window = new Window()
  window.document.write(html)
  return window.document as unknown as Document
}

/** What the page says, blocks kept apart by line breaks, inline tags joined, scripts left out. */
export function words(html: string): string {
  const body = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '')
  return body
    .replace(/<\/?(p|div|li|td|th|tr|table|h\d|section|article|aside|nav|header|footer|dd|dl|ul|form|label|button|a|em|i|b)\b[^>]*>/g, (tag) => (/^<\/?(a|em|i|b)\b/.test(tag) ? '' : '\n'))
    .replace(/<[^>]+>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The main list's dates, as printed in full. */
export function listDates(html: string): string[] {
  const main = html.slice(html.indexOf('class="crumbs"'), html.indexOf('<footer'))
  return [...main.matchAll(/\d{4}[-/]\d\d[-/]\d\d(?=<)/g)].map(([day]) => day.replaceAll('/', '-'))
}
