/** What a file is by its first bytes, whatever its address or its server says. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'avif' | 'svg' | 'other'

/** Bytes at a place, as latin-1 text. */
function at(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

/** Tells pictures that browsers show from everything else: a login page, a wall, a document. */
export function kindOfPicture(bytes: Uint8Array): PictureKind {
  const head = at(bytes, 0, 12)
  if (head.startsWith('\u0089PNG')) return 'png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  if (head.startsWith('BM')) return 'bmp'
  if (/^.{4}ftypavi[fs]/s.test(head)) return 'avif'
  // An XML head or a comment may come first.
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(at(bytes, 0, 2048)) ? 'svg' : 'other'
}

/** Width and height in pixels where the first bytes tell them: what is tiny has no words, and is not worth a reading. */
export function sizeOfPicture(bytes: Uint8Array, kind: PictureKind): { width: number; height: number } | null {
  if (bytes.length < 30) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'png') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (kind === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (kind === 'bmp') return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
  return null
}
