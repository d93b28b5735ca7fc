import { letOthers } from '../types/let-others.ts'

/** A message with a list of more entries is large. */
const LARGE = 600
/** The browser writes so long at a stretch, in ms, of a large message. */
const STRETCH = 3
/** Entries of the first bit, and of any. */
const FIRST = 20
const MOST = 400
/** So many entries are gathered in all; a page of 100,000 links is read into some 300,000. */
const MOST_GATHERED = 1_000_000

/** What travels of a large message: entries of a list and where that stands, in the end the message without its lists. */
export type Bit = { at: [string, string]; entries: unknown[] } | { data: unknown }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const listsOf = (value: unknown) => (isObject(value) ? Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1])) : [])
const holdsLarge = (value: unknown): boolean => listsOf(value).some(([, list]) => list.length > LARGE)
const own = (home: unknown, name: string): unknown => (isObject(home) && Object.prototype.hasOwnProperty.call(home, name) ? home[name] : undefined)

/** Whether a message is sent bit by bit. What is not is sent at once: a page that is being left has no other time. */
export function isLarge(data: unknown): boolean {
  return isObject(data) && Object.values(data).some(holdsLarge)
}

/**
 * Sends the lists of a large message some entries at a time, with pauses. The browser writes a message in one go: the reading of a
 * page of thousands of links would hold up whoever scrolls it.
 */
export async function sendBits(data: unknown, send: (bit: Bit) => void): Promise<void> {
  const left = { ...data as Record<string, unknown> }
  for (const [outer, value] of Object.entries(left)) {
    if (!isObject(value) || !holdsLarge(value)) continue
    const lists = listsOf(value)
    left[outer] = { ...value, ...Object.fromEntries(lists.map(([inner]) => [inner, []])) }
    for (const [inner, list] of lists) await sendList([outer, inner], list, send)
  }
  send({ data: left })
}

async function sendList(at: [string, string], list: readonly unknown[], send: (bit: Bit) => void): Promise<void> {
  let count = FIRST
  for (let from = 0; from < list.length;) {
    const begun = performance.now()
    const entries = list.slice(from, from + count)
    send({ at, entries })
    from += entries.length
    count = Math.max(1, Math.min(MOST, Math.round((count * STRETCH) / Math.max(performance.now() - begun, 0.1))))
    await letOthers()
  }
}

/** Puts a large message together: takes each bit, and returns the message with the last one. `data` is undefined, which nobody admits, where it was not sent so, or never ends. */
export function createGathering(): (bit: unknown) => { data: unknown } | null {
  const lists: { outer: string; inner: string; list: unknown[] }[] = []
  let left = MOST_GATHERED
  return (bit) => {
    const { at, entries, data } = isObject(bit) ? bit : {}
    left -= Array.isArray(entries) ? entries.length : 0
    if (left < 0) {
      lists.length = 0
      return { data: undefined }
    }
    if (Array.isArray(at)) {
      const [outer = '', inner = ''] = at.map(String)
      const last = lists[lists.length - 1]
      const known = last?.outer === outer && last.inner === inner ? last : { outer, inner, list: [] }
      if (known !== last) lists.push(known)
      if (Array.isArray(entries)) for (const entry of entries as unknown[]) known.list.push(entry)
      return null
    }
    for (const { outer, inner, list } of lists) {
      const home = own(data, outer)
      if (!Array.isArray(own(home, inner))) return { data: undefined }
      ;(home as Record<string, unknown>)[inner] = list
    }
    return { data }
  }
}
