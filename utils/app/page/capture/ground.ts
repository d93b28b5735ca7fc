import type { PageView } from '../../../types/capture.ts'
import { beginsRight, viewOf } from './view.ts'

/** What is scrolled to walk over a page. CSS pixels from the top left corner of what can be scrolled to. */
export interface Ground {
  /** The box that scrolls; null: the window. */
  box: HTMLElement | null
  view: () => PageView
  scrollTo: (x: number, y: number) => void
  /** Where it was found. */
  back: () => void
}

const AT_ONCE = 'instant' as ScrollBehavior

export function documentGround(win: Window): Ground {
  const { scrollX, scrollY } = win
  const go = (left: number, top: number) => win.scrollTo({ left, top, behavior: AT_ONCE })
  return {
    box: null,
    view: () => viewOf(win),
    scrollTo: (x, y) => {
      const { docWidth, width } = viewOf(win)
      go(beginsRight(win) ? x - (docWidth - width) : x, y)
    },
    back: () => go(scrollX, scrollY),
  }
}

/** A box in a page that does not scroll itself: its content, under what stands above it in the window, and above what stands under it, is taken for the document. */
export function boxGround(win: Window, box: HTMLElement): Ground {
  const page = documentGround(win)
  const { scrollTop, scrollLeft } = box
  return {
    box,
    view: () => {
      const seen = viewOf(win)
      const top = box.getBoundingClientRect().top + box.clientTop
      const foot = Math.max(0, seen.height - top - box.clientHeight)
      return { ...seen, scrollY: box.scrollTop, docHeight: seen.height + box.scrollHeight - box.clientHeight, head: Math.max(0, top), foot }
    },
    scrollTo: (_, y) => {
      page.scrollTo(0, 0)
      box.scrollTo({ left: 0, top: y, behavior: AT_ONCE })
    },
    back: () => {
      box.scrollTo({ left: scrollLeft, top: scrollTop, behavior: AT_ONCE })
      page.back()
    },
  }
}
