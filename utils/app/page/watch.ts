/** Quiet time after a change before the page is read again, in ms. */
const QUIET = 400
/** A page that never rests is read at most this seldom in the end, in ms. */
const SLOWEST = 30_000

/**
 * Calls `changed` when the page's content has changed and come to rest.
 * A page that rewrites itself all the time is read less and less often: the pause doubles with every round.
 */
export function watchPage(
  doc: Document,
  changed: () => Promise<void>,
  wait: (run: () => void, ms: number) => number,
  isOurs: (node: Node) => boolean,
): () => void {
  let pause = QUIET
  let timer: number | null = null
  let busy = false
  let missed = false
  let lastRound = 0
  const observer = new MutationObserver((mutations) => {
    if (mutations.some((mutation) => isPages(mutation, isOurs))) later()
  })
  const later = () => {
    if (busy) missed = true
    else if (timer === null) timer = wait(() => void round(), pause)
  }
  const round = async () => {
    timer = null
    busy = true
    const since = performance.now() - lastRound
    // A page at rest for a while earns its quick reaction back.
    pause = since > SLOWEST ? QUIET : Math.min(pause * 2, SLOWEST)
    try {
      await changed()
    } finally {
      lastRound = performance.now()
      busy = false
      if (missed) {
        missed = false
        later()
      }
    }
  }
  observer.observe(doc, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
}

function isPages(mutation: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  const nodes = [...mutation.addedNodes, ...mutation.removedNodes]
  return nodes.length === 0 || nodes.some((node) => !isOurs(node))
}
