import type { After } from './alarms.ts'
import type { RequestObserver } from './observer.ts'

/** Circles of redirects that are met within so many milliseconds are looked at again together. */
const GATHER_MS = 750

/** Second looks at addresses that redirect in a circle, which may be for want of a cookie. */
export interface Circles {
  /** Resolves when the browser shows the cookies of these addresses. The look follows at once, and calls what it was given when it is over. */
  listen: (addresses: readonly string[]) => Promise<() => void>
}

interface Group {
  addresses: string[]
  looking: number
  /** Ends the listening. */
  shown: Promise<() => void>
}

/** While cookies are shown, every request of the whole browser costs it a fifth more: so they are for many circles at once, and not for long. */
export function createCircles(observe: RequestObserver, after: After): Circles {
  let gathering: Group | null = null

  function gather(): Group {
    const addresses: string[] = []
    const shown = new Promise<void>((resolve) => after(GATHER_MS, resolve)).then(() => {
      gathering = null
      return observe.expectCookies(addresses)
    })
    return { addresses, looking: 0, shown }
  }

  return {
    async listen(addresses) {
      const group = (gathering ??= gather())
      group.addresses.push(...addresses)
      group.looking++
      const end = await group.shown
      let looking = true
      return () => {
        if (looking && --group.looking === 0) end()
        looking = false
      }
    },
  }
}
