import { CaptureError } from '../../browser/capture.ts'
import type { TabBrief } from '../../browser/tabs.ts'
import { PlainError } from '../../errors.ts'
import type { Sender } from '../../messages.ts'
import type { Area } from '../../types/drawing.ts'
import type { OcrReading } from '../../types/ocr.ts'
import type { PictureNews, PictureOrder, PictureSource } from '../../types/picture.ts'
import { checkReading, type TextChecks } from './check-reading.ts'
import type { PictureFetcher } from './fetch-picture.ts'
import type { PictureReader } from './read-picture.ts'
import type { ReadingCache } from './reading-cache.ts'
import { sizeOfPicture } from './sniff.ts'

export interface ReadOrderDeps {
  fetchPicture: PictureFetcher
  readPicture: PictureReader
  /** The visible part of a window as a PNG. */
  capture: (windowId: number) => Promise<Blob>
  tabById: (id: number) => Promise<TabBrief | null>
  /** A stored screenshot; null where it is gone. */
  shot: (hash: string) => Promise<Blob | null>
  checks: TextChecks
  cache: ReadingCache
}

/** A picture, or the part of one, that is to be read. */
interface Had {
  file: Blob
  region: Area | null
  /** Its address, where that alone says which file it is. */
  src: string | null
}

/**
 * 识别图中文字 from the order to the checked text: the file is had, read and checked, and each step is told.
 * @throws PlainError why not, or the signal's reason
 */
export async function readOrder(deps: ReadOrderDeps, order: PictureOrder, emit: (news: PictureNews) => void, signal: AbortSignal, sender: Sender): Promise<void> {
  const { source } = order
  if (source.by === 'shot' && !sender.own) throw new PlainError({ key: 'app.error.bad-message', params: { name: 'picture.read' } })
  const known = source.by === 'address' ? deps.cache.ofAddress(source.src) : null
  const reading = known ?? (await read(deps, await have(deps, order, emit, signal, sender), emit, signal))
  emit({ progress: { stage: 'checking', done: 0 } })
  emit({ text: await checkReading(reading, order, deps.checks) })
}

async function have({ fetchPicture, shot, ...deps }: ReadOrderDeps, { source, pageUrl }: PictureOrder, emit: (news: PictureNews) => void, signal: AbortSignal, sender: Sender): Promise<Had> {
  if (source.by === 'place') {
    const had = await photographed(deps, source, sender)
    emit({ taken: true })
    return had
  }
  emit({ progress: { stage: 'fetching', done: 0 } })
  // what stands in the page itself is megabytes long, and known by its bytes
  if (source.by === 'address') return { file: await fetchPicture(source.src, pageUrl, signal), region: null, src: /^data:/i.test(source.src) ? null : source.src }
  const file = await shot(source.hash)
  if (!file) throw new PlainError({ key: 'pictures.error.shot-gone' })
  return { file, region: null, src: null }
}

/** The window of the page that asks, if it is still in front: another tab's picture is worse than none. */
async function photographed({ capture, tabById }: Pick<ReadOrderDeps, 'capture' | 'tabById'>, { box, viewportWidth }: Extract<PictureSource, { by: 'place' }>, sender: Sender): Promise<Had> {
  const inFront = async () => {
    const tab = sender.tabId === null ? null : await tabById(sender.tabId)
    if (!tab?.active) throw new PlainError({ key: 'pictures.error.not-in-front' })
    return tab
  }
  const file = await capture((await inFront()).windowId).catch((error: unknown) => {
    throw error instanceof CaptureError ? new PlainError({ key: `pictures.error.capture-${error.reason}` }, { cause: error }) : error
  })
  await inFront()
  const size = sizeOfPicture(new Uint8Array(await file.slice(0, 64).arrayBuffer()), 'png')
  if (!size) throw new PlainError({ key: 'pictures.error.no-picture' })
  const scale = size.width / viewportWidth
  const x = Math.max(0, Math.floor(box.x * scale))
  const y = Math.max(0, Math.floor(box.y * scale))
  const region = { x, y, width: Math.min(size.width - x, Math.ceil(box.width * scale)), height: Math.min(size.height - y, Math.ceil(box.height * scale)) }
  if (region.width < 1 || region.height < 1) throw new PlainError({ key: 'pictures.error.not-in-view' })
  return { file, region, src: null }
}

async function read({ readPicture, cache }: ReadOrderDeps, { file, region, src }: Had, emit: (news: PictureNews) => void, signal: AbortSignal): Promise<OcrReading> {
  const hash = `${await hashOf(file)} ${region ? Object.values(region).join() : ''}`
  const known = cache.ofFile(hash)
  if (known && src !== null) cache.link(src, hash)
  if (known) return known
  const reading = await readPicture(file, { region, signal, onProgress: (progress) => emit({ progress }) })
  cache.keep(hash, reading, src)
  return reading
}

async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
