import { saysThat } from '../../errors.ts'
import { hostOf } from '../../links/address.ts'
import type { LinkProgress } from '../../types/glance.ts'
import type { LinkVerdict } from '../../types/link.ts'

/** A question on its way: how it ends, and how to end it. */
export interface Line {
  done: Promise<void>
  close: () => void
}

/** Asks the background about addresses; each verdict is told as soon as it is known. */
export type Look = (hrefs: string[], told: (verdict: LinkVerdict) => void) => Line

/** The look at all links of one page. */
export interface LinkRound {
  progress: () => LinkProgress
  verdicts: () => LinkVerdict[]
  /** True for addresses that belong to this round. */
  asked: (href: string) => boolean
  pause: () => void
  resume: () => void
  stop: () => void
  /** Resolves when every address has its verdict; rejects when the background cannot be reached. */
  done: Promise<void>
}

/** The background is put to sleep now and then; so many times in a row without one new verdict means that it is gone. */
const MOST_TRIES = 5
/** So many hosts are named while their links wait. */
const SHOWN_HOSTS = 6

/**
 * Looks at every address once. The page itself holds what is still to be asked,
 * so a background that was killed half way only makes one ask again for the rest.
 * @param known verdicts from an earlier round of the same page
 * @param told called after each verdict
 */
export function startLinkRound(hrefs: readonly string[], known: readonly LinkVerdict[], look: Look, told: () => void): LinkRound {
  const all = new Set(hrefs)
  const found = new Map<string, LinkVerdict>()
  const counts = { alive: 0, dead: 0, unsure: 0 }
  const take = (verdict: LinkVerdict) => {
    const before = found.get(verdict.href)
    if (before) counts[before.verdict]--
    counts[verdict.verdict]++
    found.set(verdict.href, verdict)
  }
  for (const verdict of known) if (all.has(verdict.href)) take(verdict)
  const left = new Map<string, number>()
  const tally = (href: string, change: 1 | -1) => void left.set(hostOf(href), (left.get(hostOf(href)) ?? 0) + change)
  for (const href of all) if (!found.has(href)) tally(href, 1)
  let line: Line | null = null
  let state: 'running' | 'paused' | 'stopped' = 'running'
  let finish!: () => void
  let fail!: (error: unknown) => void
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve
    fail = reject
  })

  const run = (tries: number) => {
    const missing = hrefs.filter((href) => !found.has(href))
    if (!missing.length || state !== 'running') return state === 'running' ? finish() : undefined
    const before = found.size
    line = look(missing, (verdict) => {
      if (all.has(verdict.href) && !found.has(verdict.href)) tally(verdict.href, -1)
      take(verdict)
      if (state === 'running') told()
    })
    line.done.then(
      () => run(0),
      (error: unknown) => {
        if (state !== 'running') return
        const again = found.size > before ? 0 : tries + 1
        if (saysThat(error, 'app.error.background-gone') && again < MOST_TRIES) run(again)
        else fail(error)
      },
    )
  }
  const halt = (to: typeof state) => {
    state = to
    line?.close()
  }
  run(0)
  return {
    progress: () => ({
      total: all.size,
      done: found.size,
      ...counts,
      waiting: [...left].flatMap(([host, n]) => (n > 0 ? [{ host, left: n }] : [])).sort((a, b) => b.left - a.left).slice(0, SHOWN_HOSTS),
      paused: state !== 'running' && found.size < all.size,
    }),
    verdicts: () => [...found.values()],
    asked: (href) => all.has(href),
    pause: () => halt('paused'),
    resume: () => {
      state = 'running'
      run(0)
    },
    stop: () => halt('stopped'),
    done,
  }
}
