import { pictureEnding } from './picture.ts'

export interface PictureSize {
  width: number
  height: number
}

/** Width and height in pixels of a PNG or JPEG, read from its first bytes; null for other or broken pictures. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ending = pictureEnding(bytes)
  const size = ending === 'png' ? pngSize(view) : ending === 'jpg' ? jpegSize(view) : null
  return size && size.width > 0 && size.height > 0 ? size : null
}

/** The IHDR chunk always comes first. */
function pngSize(view: DataView): PictureSize | null {
  return view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments to the frame header (SOF0 to SOF15, less DHT, JPG and DAC, which share the range). */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return null
}
