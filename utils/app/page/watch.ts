/** Quiet time after a change before the page is read again, in ms. */
const QUIET = 400
/** A page that never rests is read at most this seldom in the end, in ms. */
const SLOWEST = 30_000

export interface Watch {
  /** Resolves when what is known of the page is what it shows now: at once where nothing has changed, else after a round of its own. */
  upToDate: () => Promise<void>
  /** Open shadow roots of the page, of whose changes the document knows nothing. */
  also: (shadows: readonly Node[]) => void
  end: () => void
}

/**
 * Calls `changed` when the page's content has changed and come to rest.
 * A page that rewrites itself all the time is read less and less often: the pause doubles with every round.
 * @param changed tells when the change is known; its own end may be later
 */
export function watchPage(
  doc: Document,
  changed: (known: () => void) => Promise<void>,
  wait: (run: () => void, ms: number) => number,
  isOurs: (node: Node) => boolean,
): Watch {
  let pause = QUIET
  let timer: number | null = null
  let busy = false
  let missed = false
  let lastRound = 0
  let known: Promise<void> = Promise.resolve()
  const see = (mutations: readonly MutationRecord[]) => {
    if (mutations.some((mutation) => isPages(mutation, isOurs))) later()
  }
  const observer = new MutationObserver(see)
  const later = () => {
    if (busy) missed = true
    else if (timer === null) timer = wait(() => void round(), pause)
  }
  const look = async () => {
    let tell: () => void = () => undefined
    known = new Promise((resolve) => (tell = resolve))
    await changed(tell).finally(tell)
  }
  const round = async () => {
    timer = null
    busy = true
    const since = performance.now() - lastRound
    // A page at rest for a while earns its quick reaction back.
    pause = since > SLOWEST ? QUIET : Math.min(pause * 2, SLOWEST)
    try {
      await look()
    } finally {
      lastRound = performance.now()
      busy = false
      if (missed) {
        missed = false
        later()
      }
    }
  }
  let over = false
  const also = (trees: readonly Node[]) => {
    if (!over) for (const tree of trees) observer.observe(tree, { childList: true, subtree: true, characterData: true })
  }
  also([doc])
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    upToDate: () => {
      see(observer.takeRecords())
      if (timer === null && !missed) return known
      stop()
      missed = false
      void look()
      return known
    },
    also,
    end: () => {
      over = true
      observer.disconnect()
      stop()
    },
  }
}

function isPages(mutation: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  const nodes = [...mutation.addedNodes, ...mutation.removedNodes]
  return nodes.length === 0 || nodes.some((node) => !isOurs(node))
}
