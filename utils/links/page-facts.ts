import type { Answer } from './answer.ts'
import { looksLikeHtml } from './attachment.ts'
import { decodeBody } from './encoding.ts'
import { readHtml, type HtmlFacts } from './html.ts'

const read = new WeakMap<Answer, HtmlFacts | null>()

/** Pages that were read last, by their text. Oldest first. */
const known = new Map<string, HtmlFacts>()
/** So many of them are kept, and only of so many characters: error pages are short. */
const KEPT = 24
const LONGEST = 16_384

/** Reads a page once, however often it comes: a host answers every missing address with the same one. */
function factsOf(html: string): HtmlFacts {
  if (html.length > LONGEST) return readHtml(html)
  const facts = known.get(html) ?? readHtml(html)
  known.delete(html)
  known.set(html, facts)
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  return facts
}

/** The page that an answer holds, read once; null where it is no web page. */
export function pageOf(answer: Answer): HtmlFacts | null {
  let facts = read.get(answer)
  if (facts === undefined) {
    const isPage = /^(?:text\/html|application\/xhtml)/i.test(answer.contentType) || (!/^(?:image|audio|video|application\/(?!octet-stream))/i.test(answer.contentType) && looksLikeHtml(answer.bytes))
    facts = isPage ? factsOf(decodeBody(answer.bytes, answer.contentType)) : null
    read.set(answer, facts)
  }
  return facts
}
