import { isHomePath, originOf } from './address.ts'
import type { Answer, Failure } from './answer.ts'
import { hasAnswered } from './look.ts'
import { pageOf } from './page-facts.ts'
import { isUnknownPage, sketch, type UnknownAnswer } from './soft404.ts'

/**
 * Hosts that show one page whatever is asked for, their home page too. Such a page is no answer to a missing address:
 * more likely a wall in words that nobody here knows (仅限校内访问, 请完成核验), which a person can pass.
 */
export interface Everywhere {
  /** Something else was seen of this address's host. */
  differs: (address: string) => void
  /** True where nothing else is known of the host, and its home page shows that page as well. */
  isAll: (answer: Answer, unknown: UnknownAnswer, ask: (home: string) => Promise<Answer | Failure>) => Promise<boolean>
}

/** Lives as long as the background; a host is asked for its home page once. */
export function createEverywhere(): Everywhere {
  const others = new Set<string>()
  const homes = new Map<string, Promise<boolean>>()

  function isSame(result: Answer | Failure, unknown: UnknownAnswer): boolean {
    const facts = hasAnswered(result) && result.status < 300 ? pageOf(result) : null
    return facts !== null && isUnknownPage(sketch(facts, result.asked), unknown)
  }

  return {
    differs(address) {
      // the home page is what it is compared by
      if (!isHomePath(address)) others.add(originOf(address))
    },
    async isAll(answer, unknown, ask) {
      const origin = originOf(answer.asked)
      if (unknown.kind !== 'page' || unknown.saysGone || others.has(origin) || !isSame(answer, unknown)) return false
      const home = homes.get(origin) ?? ask(`${origin}/`).then((result) => isSame(result, unknown))
      homes.set(origin, home)
      home.catch(() => homes.delete(origin))
      return (await home) && !others.has(origin)
    },
  }
}
