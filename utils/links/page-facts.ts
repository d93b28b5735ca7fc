import type { Answer } from './answer.ts'
import { looksLikeHtml } from './attachment.ts'
import { decodeBody } from './encoding.ts'
import { readHtml, type HtmlFacts } from './html.ts'

const read = new WeakMap<Answer, HtmlFacts | null>()

/** The page that an answer holds, read once; null where it is no web page. */
export function pageOf(answer: Answer): HtmlFacts | null {
  let facts = read.get(answer)
  if (facts === undefined) {
    const isPage = /^(?:text\/html|application\/xhtml)/i.test(answer.contentType) || (!/^(?:image|audio|video|application\/(?!octet-stream))/i.test(answer.contentType) && looksLikeHtml(answer.bytes))
    facts = isPage ? readHtml(decodeBody(answer.bytes, answer.contentType)) : null
    read.set(answer, facts)
  }
  return facts
}
