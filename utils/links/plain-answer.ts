import { extensionOf } from './address.ts'
import type { Answer } from './answer.ts'
import { decodeBody } from './encoding.ts'
import { latin } from './file-marks.ts'
import { readHtml, type HtmlFacts } from './html.ts'

/** An answer of programs that is longer is data, not a message. */
const MESSAGE_BYTES = 2_000

/** Values of `code`, `msg` and the like in a short JSON answer, one a line. */
function wordsOfJson(text: string): string[] {
  const fields = [...text.matchAll(/"(code|status|errcode|errno|msg|message|error|errmsg|desc|info)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d+))/gi)]
  return fields.map(([, name = '', words, number]) => (words ?? (/code|status|errno/i.test(name) && /^40[134]$/.test(number ?? '') ? `错误 ${number}` : '')).trim()).filter(Boolean)
}

/**
 * What a program says in a few words of JSON or plain text at an address that names a page; null where that is data or a file.
 * The words are read as a page's are, so that 「文章不存在」 and 「未登录」 mean the same in every wrapping.
 */
export function plainAnswer(answer: Answer): HtmlFacts | null {
  const json = /^application\/(?:[\w.+-]*\+)?json/i.test(answer.contentType)
  // programs often send it under the type of a page
  const asPage = /^text\/html/i.test(answer.contentType)
  if (!json && !asPage && !/^text\/plain/i.test(answer.contentType)) return null
  if (answer.bytes.length === 0 || answer.bytes.length > MESSAGE_BYTES || /^(?:txt|csv|json|log|md)$/.test(extensionOf(answer.asked))) return null
  // most answers are pages: one look at their first letters is enough
  if (asPage && !/^\s*\{/.test(latin(answer.bytes.subarray(0, 16)))) return null
  const text = decodeBody(answer.bytes, answer.contentType).trim()
  if (asPage && !/^\{\s*"[^<]*\}$/.test(text)) return null
  const lines = json || text.startsWith('{') ? wordsOfJson(text) : text.split('\n')
  if (lines.length === 0 || lines.length > 5) return null
  return readHtml(lines.map((line) => `<p>${line.replace(/[<>&]/g, ' ')}</p>`).join(''))
}
