import { CaptureError } from '../../browser/capture.ts'
import type { TabBrief } from '../../browser/tabs.ts'
import { sha256 } from '../../ledger/backup/work.ts'
import type { NewShot } from '../../ledger/record.ts'
import type { CaptureKind } from '../../types/capture.ts'
import type { Area } from '../../types/drawing.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Box, Recorded, RecordDraft } from '../../types/record.ts'
import { clipped, scaleOf } from './plan.ts'
import { sizeOfPng } from './png.ts'

/** What taking a picture needs of the browser. */
export interface PhotoDeps {
  capture: (windowId: number) => Promise<Blob>
  tabById: (id: number) => Promise<TabBrief | null>
  /** Whether there is no room for pictures any more, so that words can still be stored. */
  isSpaceFull: () => Promise<boolean>
}

/** A picture, or why there is none. */
export interface Photo {
  picture: NewShot | null
  shot: Recorded['shot']
  notes?: Phrase[]
}

/** The visible part of the tab. A picture of another tab that came to the front meanwhile is worse than none. */
export async function photograph({ capture, tabById, isSpaceFull }: PhotoDeps, tab: TabBrief, draft: RecordDraft): Promise<Photo> {
  try {
    const [front, full] = await Promise.all([isInFront(tabById, tab), isSpaceFull()])
    if (!front) return { picture: null, shot: 'missed' }
    if (full) return { picture: null, shot: 'full' }
    const image = await capture(tab.windowId)
    const [still, bytes] = await Promise.all([isInFront(tabById, tab), image.arrayBuffer().then((buffer) => new Uint8Array(buffer))])
    if (!still) return { picture: null, shot: 'missed' }
    return { picture: await shotInView(image, bytes, draft), shot: 'taken' }
  } catch (error) {
    return photoless(error)
  }
}

/** Whether the tab is still the one in front, and shows the same page. */
export async function isInFront(tabById: PhotoDeps['tabById'], tab: TabBrief): Promise<boolean> {
  const now = await tabById(tab.id)
  return now?.active === true && now.url === tab.url
}

/** What the browser's refusal means for the issue. @throws what is no refusal */
export function photoless(error: unknown): Photo {
  if (!(error instanceof CaptureError)) throw error
  return { picture: null, shot: error.reason === 'busy' ? 'missed' : error.reason }
}

/**
 * A picture of what the window shows, with its marked place in pixels of the picture.
 * @param bytes the same file
 */
async function shotInView(image: Blob, bytes: Uint8Array<ArrayBuffer>, { outline, personal, view }: RecordDraft): Promise<NewShot> {
  const size = sizeOfPng(bytes)
  const scale = view && scaleOf(view, size.width)
  const inPicture = (box: Box) => (scale && view ? clipped(scaled({ ...box, x: box.x - view.offsetX, y: box.y - view.offsetY }, scale), size) : null)
  const framed = outline && inPicture(outline)
  return newShot(image, { ...size, outlines: framed ? [framed] : [], personal: personal.flatMap((box) => inPicture(box) ?? []) }, 'visible', await sha256(bytes))
}

/** A picture with what stands on it, ready to be stored. */
export async function newShot(image: Blob, { width, height, outlines, personal }: { width: number; height: number; outlines: Area[]; personal: Area[] }, kind: CaptureKind, hash: string): Promise<NewShot> {
  return { shot: { hash, image, thumbnail: null, width, height }, outlines: outlines.map((one) => ({ ...one, label: '1' })), kind, ...(personal.length > 0 ? { personal } : {}) }
}

function scaled({ x, y, width, height }: Box, scale: number): Area {
  return { x: Math.round(x * scale), y: Math.round(y * scale), width: Math.round(width * scale), height: Math.round(height * scale) }
}
