import { drawnBox } from '../../../marks/in-picture.ts'
import type { Area } from '../../../types/drawing.ts'
import { pictureAddress, shownAddress } from '../../../types/picture-address.ts'
import { LARGEST_PICTURE, type PictureSource, type PictureText } from '../../../types/picture.ts'
import type { Box } from '../../../types/record.ts'
import { openTrees } from '../../../types/shadow.ts'
import { base64Of } from '../../pictures/base64.ts'

/** Less than this of a picture in the window is not worth a photograph; in CSS pixels. */
const SLIVER = 12

/** A place of the window to be photographed, and how its pixels lead back to the picture. */
export interface Shot {
  source: Extract<PictureSource, { by: 'place' }>
  /** The whole picture as it is drawn, in CSS pixels of the window. */
  drawn: Box
  /** False where the window shows only a part of it. */
  whole: boolean
}

/** The picture's own size, by which its shape is known. */
function ownSize(element: Element): { width: number; height: number } {
  const { naturalWidth, naturalHeight, width, height } = element as Partial<HTMLImageElement>
  return { width: naturalWidth || width || 0, height: naturalHeight || height || 0 }
}

/** How the file of a picture can be had; null where only the window shows it. */
export function sourceOf(element: Element): PictureSource | null {
  const src = shownAddress(element)
  return /^(?:https?:|data:image\/)/i.test(src) ? { by: 'address', src } : null
}

/** A picture of an address that holds in this page alone (`blob:`), as what stands in the page itself; null where the page has let go of it, or it is too large. */
export async function ownSourceOf(element: Element, get: typeof fetch): Promise<PictureSource | null> {
  const src = shownAddress(element)
  if (!/^blob:/i.test(src)) return null
  const file = await get(src).then((answer) => answer.blob()).catch(() => null)
  if (!file || file.size > LARGEST_PICTURE) return null
  const bytes = await base64Of(file).catch(() => null)
  return bytes === null ? null : { by: 'address', src: `data:image/unknown;base64,${bytes}` }
}

/** What of a picture the window shows now; null where it is not in view. */
export function shotOf(element: Element, win: Window): Shot | null {
  const { box: drawn, clip } = drawnBox(element, ownSize(element))
  const x = Math.max(0, drawn.x, clip.x)
  const y = Math.max(0, drawn.y, clip.y)
  const right = Math.min(win.innerWidth, drawn.x + drawn.width, clip.x + clip.width)
  const bottom = Math.min(win.innerHeight, drawn.y + drawn.height, clip.y + clip.height)
  if (right - x < SLIVER || bottom - y < SLIVER) return null
  const whole = bottom - y > drawn.height - 2 && right - x > drawn.width - 2
  return { source: { by: 'place', box: { x, y, width: right - x, height: bottom - y }, viewportWidth: win.innerWidth }, drawn, whole }
}

/** A frame that a person drew, as a part of the page: its places count from the page's top left. */
export function frameShot(box: Box, win: Window): Shot {
  const page = win.document.documentElement.getBoundingClientRect()
  const whole = box.x >= 0 && box.y >= 0 && box.x + box.width <= win.innerWidth && box.y + box.height <= win.innerHeight
  return { source: { by: 'place', box, viewportWidth: win.innerWidth }, drawn: { x: page.x, y: page.y, width: page.width, height: page.height }, whole }
}

/** Areas of a photographed window in CSS pixels of the picture as it was drawn then. */
export function fromShot(areas: readonly Area[], { width }: Pick<PictureText, 'width'>, { source, drawn }: Shot): Area[] {
  const scale = source.viewportWidth / width
  return areas.map((area) => ({ x: area.x * scale - drawn.x, y: area.y * scale - drawn.y, width: area.width * scale, height: area.height * scale }))
}

/** The element that shows a picture of this address, as a browser's menu gives it. */
export function elementOf(doc: Document, src: string): Element | null {
  const short = pictureAddress(src)
  const images = [...openTrees(doc)].flatMap((tree) => [...tree.querySelectorAll('img')])
  return images.find((image) => image.currentSrc === src || image.src === src) ?? images.find((image) => pictureAddress(shownAddress(image)) === short) ?? null
}
