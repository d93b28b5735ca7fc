import { parseAddress } from './address.ts'

/** Different addresses of one program that must fail before the rest is taken to fail. */
const ENOUGH = 3

/** A program (`/app/show?id=…`) by its address without query; null for addresses that are files. */
function programOf(address: string): string | null {
  const url = address.includes('?') ? parseAddress(address) : null
  return url?.search ? url.origin + url.pathname : null
}

/** Its other addresses have had so long to prove that the program works. */
const SETTLED_MS = 3_000

interface Program {
  works: boolean
  /** Instant of the first failure, in milliseconds; 0 before it. */
  since: number
  failed: Set<string>
  status: number
}

/**
 * Programs that answer 5xx. Chromium refuses an extension any address of a path that answered 5xx several times
 * (`net::ERR_TEMPORARILY_THROTTLED`, for up to 15 minutes, told neither to `fetch` nor to `webRequest`),
 * so after a few failures the others cannot be asked for at all.
 */
export interface Programs {
  /** Notes an answer's status. */
  note: (address: string, status: number) => void
  /** True where a request that failed without a word was most likely refused by the browser. */
  isRefused: (address: string) => boolean
  /** The status of a program of which enough addresses failed and none worked; null otherwise. */
  brokenWith: (address: string) => number | null
  /** True where that was so for long enough that no other address will say otherwise. */
  isSettled: (address: string) => boolean
}

/** A book that lives as long as one background does. */
export function createPrograms(now: () => Date): Programs {
  const programs = new Map<string, Program>()
  return {
    note(address, status) {
      const name = programOf(address)
      if (name === null) return
      const program = programs.get(name) ?? { works: false, since: 0, failed: new Set(), status: 0 }
      programs.set(name, program)
      if (status < 500) program.works = true
      else {
        program.failed.add(address)
        program.since ||= now().getTime()
        program.status = status
      }
    },
    isSettled(address) {
      const program = programs.get(programOf(address) ?? '')
      return program !== undefined && program.failed.size >= ENOUGH && !program.works && now().getTime() - program.since >= SETTLED_MS
    },
    isRefused: (address) => (programs.get(programOf(address) ?? '')?.failed.size ?? 0) > 0,
    brokenWith(address) {
      const program = programs.get(programOf(address) ?? '')
      return program && !program.works && program.failed.size >= ENOUGH ? program.status : null
    },
  }
}
