import type { About } from './types.ts'

/** Conditions around a match. All that are given must hold. */
export interface Guards {
  /** The match does not stand right before one of these. */
  notBefore?: string[]
  /** The match does not stand right after one of these. */
  notAfter?: string[]
  /** The match stands right before one of these. */
  before?: string[]
  /** The match stands right after one of these. */
  after?: string[]
  /** One of these stands within `within` characters on either side. */
  near?: string[]
  /** None of these stands within `within` characters on either side. */
  notNear?: string[]
  /** Range of `near` and `notNear`, in characters; 12 where absent. */
  within?: number
  /** The match is not part of one of these longer phrases. */
  notIn?: string[]
  /** True: the match does not stand inside 《》, where a document of its time is named. */
  notInTitle?: boolean
  /** Page day, `YYYY-MM-DD`: silent on pages of before `from` and from `to` on. */
  from?: string
  to?: string
  /** Kinds of page on which the rule speaks. */
  kinds?: string[]
  /** Roles of block in which the rule speaks. */
  roles?: string[]
}

const WITHIN = 12

/** True where nothing forbids the match at `start`–`end` of `text`. */
export function allows(guards: Guards | undefined, text: string, start: number, end: number, about: About): boolean {
  if (!guards) return true
  if (guards.kinds && !guards.kinds.includes(about.kind)) return false
  if (guards.roles && !guards.roles.includes(about.role)) return false
  if (!dayAllows(guards, about)) return false
  if (guards.notBefore?.some((word) => text.startsWith(word, end))) return false
  if (guards.notAfter?.some((word) => endsAt(text, word, start))) return false
  if (guards.before && !guards.before.some((word) => text.startsWith(word, end))) return false
  if (guards.after && !guards.after.some((word) => endsAt(text, word, start))) return false
  if (guards.near || guards.notNear) {
    const within = guards.within ?? WITHIN
    const left = text.slice(Math.max(0, start - within), start)
    const right = text.slice(end, end + within)
    const found = (word: string): boolean => left.includes(word) || right.includes(word)
    if (guards.near && !guards.near.some(found)) return false
    if (guards.notNear?.some(found)) return false
  }
  if (guards.notInTitle && isInTitle(text, start)) return false
  return !guards.notIn?.some((longer) => isInside(longer, text, start, end))
}

/**
 * A rule with a date of change speaks on pages of that day or later. Without a page day it speaks only where the text
 * is of today by its nature: in navigation and footer. Items of a list have days of their own, so there it is silent.
 */
function dayAllows({ from, to }: Guards, { pageDay, role }: About): boolean {
  if (!from && !to) return true
  if (role === 'list') return false
  if (pageDay === null) return !to && (role === 'navigation' || role === 'footer')
  return (!from || pageDay >= from) && (!to || pageDay < to)
}

function endsAt(text: string, word: string, end: number): boolean {
  return end >= word.length && text.startsWith(word, end - word.length)
}

const LONGEST_TITLE = 80

function isInTitle(text: string, start: number): boolean {
  const opened = text.lastIndexOf('《', start - 1)
  return opened >= 0 && start - opened <= LONGEST_TITLE && text.lastIndexOf('》', start - 1) < opened
}

/** True where an occurrence of `longer` in `text` covers the range. */
function isInside(longer: string, text: string, start: number, end: number): boolean {
  const latest = Math.min(start, text.length - longer.length)
  for (let at = Math.max(0, end - longer.length); at <= latest; at++) if (text.startsWith(longer, at)) return true
  return false
}
