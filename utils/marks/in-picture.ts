import type { InPicture } from '../types/anchor.ts'
import { pictureAddress, shownAddress } from '../types/picture-address.ts'

/** A rectangle of the window in CSS pixels. */
interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Where a picture is drawn in the window, in CSS pixels: its element without border and padding, and inside that the picture as
 * `object-fit` and `object-position` put it. It may be larger than the room it has (`cover`), of which `clip` is what shows.
 * Size and ratio come from the picture that was read; turned pictures are taken for upright.
 */
export function drawnBox(element: Element, { width, height }: Pick<InPicture, 'width' | 'height'>): { box: Rectangle; clip: Rectangle } {
  const rect = element.getBoundingClientRect()
  const doc = element.ownerDocument
  // A frame that a person drew on the page counts from the page's top left, whatever the page grows to.
  if (element === doc.documentElement) {
    const box = { x: rect.left, y: rect.top, width, height }
    return { box, clip: box }
  }
  const style = doc.defaultView!.getComputedStyle(element)
  const own = (element as HTMLElement).offsetWidth
  const tall = (element as HTMLElement).offsetHeight
  const [sx, sy] = [own ? rect.width / own : 1, tall ? rect.height / tall : 1]
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  const side = (name: string) => px(`border-${name}-width`) + px(`padding-${name}`)
  const room: Rectangle = {
    x: rect.left + side('left') * sx,
    y: rect.top + side('top') * sy,
    width: Math.max(0, rect.width - (side('left') + side('right')) * sx),
    height: Math.max(0, rect.height - (side('top') + side('bottom')) * sy),
  }
  const fit = style.objectFit || 'fill'
  if (fit === 'fill' || !width || !height || !('naturalWidth' in element)) return { box: room, clip: room }
  const { naturalWidth, naturalHeight } = element as HTMLImageElement
  const contain = Math.min(room.width / width, room.height / height)
  const whole = naturalWidth ? (naturalWidth * sx) / width : contain
  const scale = fit === 'contain' ? contain : fit === 'cover' ? Math.max(room.width / width, room.height / height) : fit === 'none' ? whole : Math.min(whole, contain)
  const size = { width: width * scale, height: fit === 'none' && naturalHeight ? naturalHeight * sy : height * scale }
  const [atX = '50%', atY = '50%'] = style.objectPosition.split(' ')
  const shift = (at: string, free: number, by: number) => (at.endsWith('%') ? (free * Number.parseFloat(at)) / 100 : Number.parseFloat(at) * by) || 0
  const box = { x: room.x + shift(atX, room.width - size.width, sx), y: room.y + shift(atY, room.height - size.height, sy), ...size }
  return { box, clip: room }
}

/** Rectangles of words in a picture as it is drawn now; those that are cut off are left out, and all where another picture stands there now. */
export function boxesInPicture(element: Element, inside: InPicture): DOMRect[] {
  if (pictureAddress(shownAddress(element)) !== inside.src) return []
  const { box, clip } = drawnBox(element, inside)
  const [sx, sy] = [box.width / (inside.width || 1), box.height / (inside.height || 1)]
  return inside.areas.flatMap((area) => {
    const left = Math.max(clip.x, box.x + area.x * sx)
    const top = Math.max(clip.y, box.y + area.y * sy)
    const right = Math.min(clip.x + clip.width, box.x + (area.x + area.width) * sx)
    const bottom = Math.min(clip.y + clip.height, box.y + (area.y + area.height) * sy)
    return right > left && bottom > top ? [new DOMRect(left, top, right - left, bottom - top)] : []
  })
}
