import type { PageReading } from '../../types/reading.ts'

/** A page that did not change for so long has come to rest, in ms. */
const QUIET = 700
/** A page that never rests (a clock, a ticker) is read after so long anyway. */
const LONGEST = 6_000
/** Lists that are painted late are waited for so long. */
const PATIENCE = 8_000

/** Resolves when the page is loaded and has not changed for a moment. */
export async function atRest(win: Window): Promise<void> {
  const { document: doc } = win
  await loaded(win)
  await new Promise<void>((resolve) => {
    let quiet = win.setTimeout(end, QUIET)
    const longest = win.setTimeout(end, LONGEST)
    const observer = new MutationObserver(() => {
      win.clearTimeout(quiet)
      quiet = win.setTimeout(end, QUIET)
    })
    observer.observe(doc, { childList: true, subtree: true, characterData: true })
    function end() {
      observer.disconnect()
      win.clearTimeout(quiet)
      win.clearTimeout(longest)
      resolve()
    }
  })
}

function loaded(win: Window): Promise<void> {
  if (win.document.readyState === 'complete') return Promise.resolve()
  return new Promise((resolve) => {
    const late = win.setTimeout(resolve, LONGEST)
    win.addEventListener('load', () => {
      win.clearTimeout(late)
      resolve()
    }, { once: true })
  })
}

/** Reads the page at rest; where it still shows no list, again until it does or patience ends. */
export async function readAtRest(win: Window, read: () => Promise<PageReading>, patient: boolean): Promise<PageReading> {
  const start = performance.now()
  await atRest(win)
  let reading = await read()
  if (!patient) return reading
  while (mayComeYet(reading) && performance.now() - start < PATIENCE) {
    await atRest(win)
    reading = await read()
  }
  return reading
}

/** A column without items, or a page without a word, may still be waiting for its script. */
function mayComeYet({ kind, listState, blocks, list }: PageReading): boolean {
  return blocks.length === 0 || listState === 'loading' || listState === 'blank' || (kind === 'column' && list === null) || kind === 'other'
}
