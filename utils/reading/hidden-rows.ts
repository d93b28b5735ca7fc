import type { Page } from './page.ts'
import type { RowGroup } from './rows.ts'
import { collectRows } from './rows.ts'
import type { Steps } from './steps.ts'

/** Larger frames than this are part of the content, in CSS pixels. */
const FRAME_WIDTH = 200
const FRAME_HEIGHT = 100

/**
 * Rows that the page's own DOM does not hold: those of a data script (大汉 jpage keeps its list as CDATA in `text/xml`
 * and paints it later), and those of frames of the same site. What else a large frame shows is a gap.
 */
export function* collectHiddenRows(page: Page): Steps<RowGroup[]> {
  return [...(yield* inScripts(page)), ...(yield* inFrames(page))]
}

function* inScripts(page: Page): Steps<RowGroup[]> {
  const groups: RowGroup[] = []
  for (const script of page.doc.querySelectorAll('script[type="text/xml"],xml')) {
    const html = [...(script.textContent ?? '').matchAll(/<record>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/record>/g)].map((m) => m[1]).join('\n')
    if (html === '') continue
    // A parsed document has no window: its scripts do not run and its pictures are not fetched.
    const inert = new (page.doc.defaultView ?? globalThis).DOMParser().parseFromString(html, 'text/html')
    const shownAt = script.parentElement ?? page.doc.body
    for (const group of yield* collectRows(inert.body)) groups.push({ ...group, shownAt })
  }
  return groups
}

function* inFrames(page: Page): Steps<RowGroup[]> {
  const groups: RowGroup[] = []
  for (const frame of page.doc.querySelectorAll('iframe,frame')) {
    const inner = contentOf(frame as HTMLIFrameElement)
    if (inner) {
      for (const group of yield* collectRows(inner)) groups.push({ ...group, shownAt: frame })
    }
    if (isLarge(frame)) page.gaps.add(inner ? 'reading.gap.inner-frame' : 'reading.gap.frame')
  }
  return groups
}

/** The body of a frame's document, null where the frame is another site's. */
function contentOf(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    return frame.contentDocument?.body ?? null
  } catch {
    return null
  }
}

function isLarge(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect()
  return width >= FRAME_WIDTH && height >= FRAME_HEIGHT
}
