import { PlainError } from '../../errors.ts'

/** Small drawings are drawn larger, up to this side in pixels, so that their letters come out well. */
const SIDE = 2400

/** Size of a drawing that names none. */
const UNNAMED = { width: 1000, height: 1000 }

/** Whether a file is an SVG: its first tag, after what XML puts before it. */
export function isSvg(bytes: ArrayBuffer): boolean {
  const start = new TextDecoder().decode(bytes.slice(0, 2048)).replace(/^\ufeff/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(start)
}

/**
 * Draws an SVG, which a worker cannot. It is drawn as a picture: the browser then runs no program in it and fetches nothing for it.
 * @returns the drawing on white, in its own size times `scale`
 * @throws PlainError `ocr.error.broken`
 */
export async function drawnSvg(base64: string): Promise<{ bitmap: ImageBitmap; scale: number }> {
  const image = new Image()
  const shown = new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve())
    image.addEventListener('error', () => reject(new PlainError({ key: 'ocr.error.broken' })))
  })
  // By a blob: address Chromium gives away no pixels of a drawing with a piece of a web page in it (foreignObject).
  image.src = `data:image/svg+xml;base64,${base64}`
  await shown
  const [width, height] = [image.naturalWidth || UNNAMED.width, image.naturalHeight || UNNAMED.height]
  const scale = Math.max(1, Math.min(2, SIDE / Math.max(width, height)))
  if (width * height > 64_000_000) throw new PlainError({ key: 'ocr.error.too-large', params: { megapixels: Math.round((width * height) / 1e6), limit: 64 } })
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) })
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return { bitmap: await createImageBitmap(canvas), scale }
}
