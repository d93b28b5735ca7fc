import { painted } from '../idle.ts'

/** A picture that does not come holds nobody up longer, in ms. */
const PATIENCE = 3_000
/** What moves into its place when it is scrolled to (a list that fades in) is waited for so long, in ms. */
const MOVING = 1_500
const GIVEN_UP = new WeakSet<HTMLImageElement>()
/** Attributes in which libraries keep the address of a picture until it is scrolled to. */
const LATER = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url', 'data-echo']

/**
 * Resolves when what the window shows after a scroll is there: pictures in it loaded (also those that a script puts in only now), fonts ready,
 * what moves or fades into its place come to rest, and all of it painted. @returns how many pictures did not come in time
 */
export async function settled(win: Window, signal: AbortSignal): Promise<number> {
  const end = win.performance.now() + PATIENCE
  await painted(win)
  let waiting = pending(win)
  while (waiting.length > 0 && win.performance.now() < end && !signal.aborted) {
    await oneOf(win, waiting)
    await painted(win)
    waiting = pending(win)
  }
  // One that did not come is not waited for at the next stop as well.
  for (const image of waiting) GIVEN_UP.add(image)
  await decoded(win)
  // What a page begins because something is in view now, it begins a frame or two later.
  await painted(win)
  await rested(win)
  await painted(win)
  return waiting.length
}

/** Resolves when no animation runs in the window that has an end. */
async function rested(win: Window): Promise<void> {
  const limit = new Promise<'late'>((resolve) => win.setTimeout(resolve, MOVING, 'late'))
  for (let moving = movingIn(win); moving.length > 0; moving = movingIn(win)) {
    const all = Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)))
    if ((await Promise.race([all, limit])) === 'late') return
    // The next of a row begins when one is over.
    await painted(win)
  }
}

function movingIn(win: Window): Animation[] {
  return win.document.getAnimations().filter(({ playState, effect }) => {
    const target = (effect as KeyframeEffect | null)?.target
    const end = effect?.getComputedTiming().endTime
    return playState === 'running' && target && Number.isFinite(Number(end)) && isInWindow(win, target)
  })
}

function isInWindow(win: Window, element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return bottom >= 0 && top <= win.innerHeight && right >= 0 && left <= win.innerWidth
}

/** Pictures in the window, or just under it, whose bytes are still to come. */
function pending(win: Window): HTMLImageElement[] {
  return inWindow(win).filter((image) => !GIVEN_UP.has(image) && (!image.complete || isAwaited(image)))
}

function inWindow(win: Window): HTMLImageElement[] {
  return Array.from(win.document.images).filter((image) => {
    const { width, height } = image.getBoundingClientRect()
    return isInWindow(win, image) && (width > 0 || height > 0 || !image.complete)
  })
}

/** A placeholder stands where the real picture will: its own address is not the one that is kept for later. */
function isAwaited(image: HTMLImageElement): boolean {
  const later = LATER.map((name) => image.getAttribute(name)).find((value) => value)
  if (!later) return false
  const src = image.getAttribute('src') ?? ''
  return src === '' || (src.startsWith('data:') && !later.startsWith('data:'))
}

/** Resolves when one of them has come or failed, or after a moment: a script may put another in its place. */
function oneOf(win: Window, images: readonly HTMLImageElement[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = win.setTimeout(done, 100)
    for (const image of images) {
      image.addEventListener('load', done)
      image.addEventListener('error', done)
    }
    function done() {
      win.clearTimeout(timer)
      for (const image of images) {
        image.removeEventListener('load', done)
        image.removeEventListener('error', done)
      }
      resolve()
    }
  })
}

/** Loaded is not yet drawn: large pictures are unpacked beside the page. A broken one is drawn as such. */
async function decoded(win: Window): Promise<void> {
  const limit = new Promise<void>((resolve) => win.setTimeout(resolve, 1_000))
  const all = Promise.all(inWindow(win).filter(({ complete, naturalWidth }) => complete && naturalWidth > 0).slice(0, 60).map((image) => image.decode().catch(() => undefined)))
  await Promise.race([Promise.all([all, win.document.fonts?.ready]), limit])
}
