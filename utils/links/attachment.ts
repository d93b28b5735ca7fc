import { extensionOf } from './address.ts'
import type { Answer } from './answer.ts'
import { isShorterThanItSays, isTextInstead, lacksEnd, latin } from './file-marks.ts'
import type { Reason } from './reasons.ts'

const DOCUMENTS = new Set('pdf doc docx xls xlsx ppt pptx wps et dps ofd zip rar 7z tar gz csv txt rtf odt ods odp ceb caj'.split(' '))
const IMAGES = new Set('jpg jpeg png gif bmp webp svg ico tif tiff avif'.split(' '))
const MEDIA = new Set('mp4 mp3 wav avi flv wmv m4a m4v mov webm ogg'.split(' '))

export type FileKind = 'document' | 'image' | 'media'

/** Content types that name a file where the address (`/download.do?id=3`) does not. */
const TYPES: readonly [RegExp, string][] = [
  [/^application\/(?:x-)?pdf/i, 'pdf'], [/^application\/(?:vnd\.ms-)?(?:ms)?word/i, 'doc'], [/^application\/vnd\.openxmlformats-officedocument\.(?:word|presentation|spreadsheet)/i, 'docx'],
  [/^application\/(?:vnd\.)?ms-?excel/i, 'xls'], [/^application\/(?:x-)?zip/i, 'zip'], [/^application\/(?:vnd\.)?ofd/i, 'ofd'], [/^application\/(?:kswps|vnd\.wps)/i, 'wps'],
]

/** Extension of the file that was asked for: in the address, else in `Content-Disposition`, else by content type; '' for pages. */
function fileExtensionOf({ asked, disposition, contentType }: Pick<Answer, 'asked' | 'disposition' | 'contentType'>): string {
  const own = extensionOf(asked)
  if (kindOfExtension(own)) return own
  const named = /filename\*?\s*=\s*"?[^";]*\.([a-z0-9]{1,6})"?\s*(?:;|$)/i.exec(disposition)?.[1]?.toLowerCase() ?? ''
  if (kindOfExtension(named)) return named
  return TYPES.find(([type]) => type.test(contentType))?.[1] ?? ''
}

/** What was asked for, by its extension; null for pages. */
export function fileKindOf(answer: Pick<Answer, 'asked' | 'disposition' | 'contentType'>): FileKind | null {
  return kindOfExtension(fileExtensionOf(answer))
}

function kindOfExtension(extension: string): FileKind | null {
  if (DOCUMENTS.has(extension)) return 'document'
  if (IMAGES.has(extension)) return 'image'
  return MEDIA.has(extension) ? 'media' : null
}

/** Web pages by their first bytes, whatever the header says. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|ï»¿)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|title|div|table|center|h1|p)\b/i.test(latin(bytes.subarray(0, 1024)))
}

/** Word and Excel save "documents" that are HTML with Office's namespaces; Word and WPS open them. */
function isOfficeHtml(bytes: Uint8Array): boolean {
  return /urn:schemas-microsoft-com:office|mso-application|ProgId content|Excel\.Sheet|Word\.Document/i.test(latin(bytes.subarray(0, 4096)))
}

/** Spreadsheets "exported" as a bare HTML table open in Excel and WPS. */
function isTableExport(answer: Answer): boolean {
  return fileExtensionOf(answer) === 'xls' && /excel|octet-stream/i.test(answer.contentType) && /^\s*(?:<html[^>]*>\s*(?:<head>.*?<\/head>\s*)?<body[^>]*>\s*)?<table\b/is.test(latin(answer.bytes.subarray(0, 2048)))
}

/** True where a page or a text answers in place of the file. */
function answersWithPage(answer: Answer): boolean {
  if (isOfficeHtml(answer.bytes) || isTableExport(answer)) return false
  // a text may be about HTML, unless its server calls it a page
  const textual = /^(?:txt|csv)$/.test(fileExtensionOf(answer)) && !/^text\/html/i.test(answer.contentType)
  return (looksLikeHtml(answer.bytes) && !textual) || isTextInstead(fileExtensionOf(answer), answer.bytes)
}

/**
 * What is wrong with an attachment or image that answered 200; null where nothing is.
 * `answer.bytes` may be the first 64 KiB only: then its end is not judged here.
 */
export function attachmentFault(answer: Answer): Reason | null {
  if (!fileKindOf(answer)) return null
  if (answer.bytes.length === 0 && (answer.whole || answer.length === 0)) return 'attachment-empty'
  if (answer.late) return null
  if (answer.broken || (answer.length !== null && answer.whole && answer.bytes.length < answer.length)) return 'attachment-truncated'
  if (answersWithPage(answer)) return 'attachment-page'
  return (answer.whole && lacksEnd(answer.bytes)) || isShorterThanItSays(answer.bytes, answer.whole ? answer.bytes.length : answer.length) ? 'attachment-truncated' : null
}

/** True for a file whose end is worth a look of its own: longer than we read, of a kind whose end can be told. */
export function endIsUnread(answer: Answer): boolean {
  return !answer.whole && !answer.broken && answer.length !== null && /^(?:pdf|zip|docx|xlsx|pptx|ofd)$/.test(fileExtensionOf(answer))
}
