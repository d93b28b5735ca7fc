import { isHomePath } from './address.ts'
import { movedElsewhere, type Answer, type Failure } from './answer.ts'
import { pageOf } from './page-facts.ts'
import { isLoginWall } from './login.ts'
import { hasAnswered } from './look.ts'
import { impossibleLike, isRestless, sketch, unknownClass, unknownFolder, unknownPage, type Sketch, type UnknownAnswer } from './soft404.ts'
import { wallOf } from './walls.ts'

/** Kinds of addresses that one host is asked about at most, and folders. */
const CLASSES_PER_HOST = 4
const FOLDERS_PER_HOST = 6

/**
 * Learns, once a host and kind of address, what the host answers to an address that cannot exist.
 * `inFolder`: what this folder of it answers, which may belong to another system than the rest.
 */
export type UnknownBook = (address: string, inFolder: boolean, ask: (address: string) => Promise<Answer | Failure>) => Promise<UnknownAnswer>

function kindOf(result: Answer | Failure): UnknownAnswer | Answer {
  if (!hasAnswered(result)) return { kind: 'unclear' }
  const facts = pageOf(result)
  if (wallOf(result.status, facts, result.marks) || isLoginWall(result, facts)) return { kind: 'unclear' }
  if (result.status >= 400) return { kind: 'honest' }
  if (!facts) return { kind: 'unclear' }
  if (movedElsewhere(result)) return isHomePath(result.final) ? { kind: 'home' } : { kind: 'elsewhere', final: result.final }
  return result
}

function sketchOf(answer: Answer): Sketch | null {
  const facts = pageOf(answer)
  return facts && sketch(facts, answer.asked)
}

async function learn(address: string, salt: string, ask: (address: string) => Promise<Answer | Failure>): Promise<UnknownAnswer> {
  const first = kindOf(await ask(impossibleLike(address, salt)))
  if (!('bytes' in first)) return first
  // The host answers 200 to anything. A second such address shows which part of that page stays the same.
  const second = kindOf(await ask(impossibleLike(address, `${salt}b`)))
  if (!('bytes' in second)) return second
  const [a, b] = [sketchOf(first), sketchOf(second)]
  if (!a || !b) return { kind: 'unclear' }
  const found = unknownPage(a, b)
  if (!isRestless(found)) return found
  const third = kindOf(await ask(impossibleLike(address, `${salt}c`)))
  return unknownPage(a, b, 'bytes' in third ? sketchOf(third) ?? b : b)
}

/** A book that lives as long as the background does; what it forgets is learnt again with one request. */
export function createUnknownBook(now: () => Date): UnknownBook {
  const known = new Map<string, Promise<UnknownAnswer>>()
  const classes = new Map<string, number>()
  return (address, inFolder, ask) => {
    const key = inFolder ? unknownFolder(address) : unknownClass(address)
    if (key === null) return Promise.resolve({ kind: 'unclear' })
    const found = known.get(key)
    if (found) return found
    const host = `${new URL(address).host}${inFolder ? '/' : ''}`
    const count = classes.get(host) ?? 0
    if (count >= (inFolder ? FOLDERS_PER_HOST : CLASSES_PER_HOST)) return Promise.resolve({ kind: 'unclear' })
    classes.set(host, count + 1)
    const learning = learn(address, now().getTime().toString(36), ask).catch((error: unknown) => {
      known.delete(key)
      classes.set(host, (classes.get(host) ?? 1) - 1)
      throw error
    })
    known.set(key, learning)
    return learning
  }
}
