import { addressOf } from '../../address.ts'
import type { TabBrief } from '../../browser/tabs.ts'
import { PlainError } from '../../errors.ts'
import { sha256 } from '../../ledger/backup/work.ts'
import type { In, Out, ToCapture } from '../../messages.ts'
import type { CaptureNews, CaptureOrder } from '../../types/capture.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Recorded } from '../../types/record.ts'
import { record, type RecordDeps, type TakePhoto } from '../record.ts'
import { addPicture } from './add.ts'
import { isInFront, newShot, photoless, type Photo } from './photo.ts'
import { asPictured, clipped, cutInView, isInView } from './plan.ts'
import { sizeOfPicture } from './png.ts'
import { cropped } from './stitch.ts'
import { walkOver, type Whole } from './walk.ts'

/** What taking chosen pictures needs of the browser. */
export interface TakeDeps extends RecordDeps {
  askCapture: <K extends keyof ToCapture & string>(tabId: number, name: K, data: In<ToCapture, K>) => Promise<Out<ToCapture, K>>
  /** Tabs in which a picture is being taken, and what ends it. */
  busy: Map<number, AbortSignal>
}

/** Whether a picture of a tab is being taken. One that was cancelled may still be on its way out, and is in nobody's way. */
export function isBusy({ busy }: Pick<TakeDeps, 'busy'>, tabId: number): boolean {
  return busy.get(tabId)?.aborted === false
}

/**
 * Takes what a person has chosen in a page: an area that the window shows with one capture, a larger one or the whole page by walking over it.
 * The layer in the page has asked and waits; when its line closes the signal ends the work, and nothing is stored.
 * @throws PlainError; DOMException `AbortError` when cancelled
 */
export async function takeChosen(deps: TakeDeps, order: CaptureOrder, tab: TabBrief, tell: (news: CaptureNews) => void, signal: AbortSignal): Promise<Recorded | Phrase[]> {
  const { busy, ledger } = deps
  if (isBusy(deps, tab.id)) throw new PlainError({ key: 'app.error.capture-busy' })
  busy.set(tab.id, signal)
  try {
    const take = takerOf(deps, order, tab, tell, signal)
    if (!order.add) return await record(deps, order.issueId, order.target, tab, take)
    const issue = await ledger.db.issues.get(order.issueId)
    // A page asks for pictures of its own issues only.
    if (!issue || issue.deletedAt !== null || addressOf(issue.url)?.origin !== addressOf(tab.url)?.origin) throw new PlainError({ key: 'app.error.issue-gone' })
    return await addPicture(deps, issue, tab, order.target, order.add === 'after' ? 'after' : undefined, take)
  } finally {
    if (busy.get(tab.id) === signal) busy.delete(tab.id)
  }
}

function takerOf(deps: TakeDeps, order: CaptureOrder, tab: TabBrief, tell: (news: CaptureNews) => void, signal: AbortSignal): TakePhoto {
  return async () => {
    // Words can still be recorded where no picture is possible, but a choice that came to nothing is the person's to make again.
    if (await deps.isSpaceFull()) return { picture: null, shot: 'full' }
    try {
      // As the person saw the page, before it is walked over.
      const context = await deps.askCapture(tab.id, 'layer.context', null).catch(() => null)
      const { image, notes, ...size } = await wholeOf(deps, order, tab, tell, signal)
      if (signal.aborted) throw new DOMException('cancelled', 'AbortError')
      const bytes = new Uint8Array(await image.arrayBuffer())
      return { picture: await newShot(image, size, order.kind, await sha256(bytes)), shot: 'taken', notes, context }
    } catch (error) {
      return missed(photoless(error))
    }
  }
}

/** A picture that was missed is no reason to record what was to be shown by it. */
function missed(photo: Photo): Photo {
  if (photo.shot === 'missed') throw new PlainError({ key: 'app.error.shot.missed' })
  return photo
}

async function wholeOf(deps: TakeDeps, { kind, area, target, add }: CaptureOrder, tab: TabBrief, tell: (news: CaptureNews) => void, signal: AbortSignal): Promise<Whole> {
  const boxes = () => deps.askPage(tab.id, 'page.boxes', { target }).catch(() => null)
  const capture = async () => {
    if (!(await isInFront(deps.tabById, tab))) throw new PlainError({ key: 'app.error.shot.missed' })
    const picture = await deps.capture(tab.windowId)
    if (!(await isInFront(deps.tabById, tab))) throw new PlainError({ key: 'app.error.shot.missed' })
    return picture
  }
  const told = await deps.askCapture(tab.id, 'layer.still', null)
  const walk = { capture, stop: (at: In<ToCapture, 'layer.stop'>) => deps.askCapture(tab.id, 'layer.stop', at), boxes, sizeOf: sizeOfPicture, tell, signal }
  // A frame around all of a picture that was framed by a person says nothing.
  const isFrame = !add && (kind === 'region' || kind === 'element') && (target.kind === 'place' || target.kind === 'manual')
  if (!area || !isInView(area, told)) return inside(await walkOver(walk, area, told), isFrame)
  const [picture, places] = [await capture(), await boxes()]
  const size = await sizeOfPicture(picture)
  const view = asPictured(told, size)
  const cut = cutInView(area, view, size)
  const inCut = (box: { x: number; y: number; width: number; height: number }) => ({
    x: Math.round((box.x - view.offsetX) * view.ratio) - cut.x,
    y: Math.round((box.y - view.offsetY) * view.ratio) - cut.y,
    width: Math.round(box.width * view.ratio),
    height: Math.round(box.height * view.ratio),
  })
  const image = await cropped(picture, cut)
  const whole: Whole = { image, width: cut.width, height: cut.height, outlines: places?.outline ? [inCut(places.outline)] : [], personal: (places?.personal ?? []).map(inCut), notes: [] }
  return inside(whole, isFrame)
}

/** What lies outside the picture is not there. */
function inside(whole: Whole, withoutOutline: boolean): Whole {
  const within = (areas: Whole['outlines']) => areas.flatMap((area) => clipped(area, whole) ?? [])
  return { ...whole, outlines: withoutOutline ? [] : within(whole.outlines), personal: within(whole.personal) }
}
