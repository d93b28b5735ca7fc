import { extensionOf } from './address.ts'
import type { Answer } from './answer.ts'
import type { Reason } from './reasons.ts'

const DOCUMENTS = new Set('pdf doc docx xls xlsx ppt pptx wps et dps ofd zip rar 7z tar gz csv txt rtf odt ods odp ceb caj'.split(' '))
const IMAGES = new Set('jpg jpeg png gif bmp webp svg ico tif tiff avif'.split(' '))
const MEDIA = new Set('mp4 mp3 wav avi flv wmv m4a m4v mov webm ogg'.split(' '))

export type FileKind = 'document' | 'image' | 'media'

/** What the address says it is, by its extension; null for pages. */
export function fileKindOf(href: string): FileKind | null {
  const extension = extensionOf(href)
  if (DOCUMENTS.has(extension)) return 'document'
  if (IMAGES.has(extension)) return 'image'
  return MEDIA.has(extension) ? 'media' : null
}

function head(bytes: Uint8Array, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, length))
}

/** Web pages by their first bytes, whatever the header says. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|ï»¿)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|title|div|table|center|h1|p)\b/i.test(head(bytes, 1024))
}

/** Word and Excel save "documents" that are HTML with Office's namespaces; Word and WPS open them. */
function isOfficeHtml(bytes: Uint8Array): boolean {
  return /urn:schemas-microsoft-com:office|mso-application|ProgId content|Excel\.Sheet|Word\.Document/i.test(head(bytes, 4096))
}

/** A file that was read to its end and has no end: PDF without trailer, ZIP (and docx, xlsx, ofd) without directory, half an image. */
function lacksEnd(answer: Answer): boolean {
  if (!answer.whole) return false
  const start = head(answer.bytes, 8)
  const tail = head(answer.bytes.subarray(Math.max(0, answer.bytes.length - 2048)), 2048)
  if (start.startsWith('%PDF-')) return !tail.includes('%%EOF') && !tail.includes('startxref')
  if (start.startsWith('PK\u0003\u0004')) return !head(answer.bytes, answer.bytes.length).includes('PK\u0005\u0006')
  if (start.startsWith('\u0089PNG')) return !tail.includes('IEND')
  return false
}

/**
 * What is wrong with an attachment or image that answered 200; null where nothing is.
 * `answer.bytes` may be the first 64 KiB only: then its end is not judged.
 */
export function attachmentFault(answer: Answer): Reason | null {
  const kind = fileKindOf(answer.asked)
  if (!kind) return null
  if (answer.bytes.length === 0 && (answer.whole || answer.length === 0)) return 'attachment-empty'
  if (answer.broken || (answer.length !== null && answer.whole && answer.bytes.length < answer.length)) return 'attachment-truncated'
  const isPage = looksLikeHtml(answer.bytes) || (/text\/html/i.test(answer.contentType) && !/attachment/i.test(answer.disposition))
  const textual = ['txt', 'csv', 'svg'].includes(extensionOf(answer.asked))
  if (isPage && !isOfficeHtml(answer.bytes) && !(textual && !looksLikeHtml(answer.bytes))) return 'attachment-page'
  return lacksEnd(answer) ? 'attachment-truncated' : null
}
