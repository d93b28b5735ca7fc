import { allows, type Guards } from './guards.ts'
import { soundAlike } from './sounds.ts'
import type { Detector, Hit } from './types.ts'
import { matches } from './matches.ts'

const TITLE = /《([^《》\n]{3,60})》/gu
const LAW = /(?<!办)法$/u
const STATE = '中华人民共和国'

/**
 * Titles inside 《》 that are one character away from a known law's. Known titles are found by leaving one character out
 * of both sides, so one look in a table does it. The last character is no place for another one (条例 and 条规 differ rightly).
 */
export function titleDetector(titles: readonly string[], guards: Guards): Detector {
  const known = new Set(titles.map(bare))
  const holes = new Map<string, string>()
  for (const title of known) for (let i = 0; i < title.length; i++) holes.set(hole(title, i), title)
  return (text, about) => {
    const hits: Hit[] = []
    for (const match of matches(TITLE, text)) {
      const inside = match[1]!
      const title = bare(inside.replace(/[（(][^（()）]*[）)]$/u, ''))
      if (known.has(title)) continue
      const right = nearest(title)
      if (!right) continue
      const start = match.index + 1 + inside.indexOf(title)
      if (allows(guards, text, start, start + title.length, about)) hits.push({ start, end: start + title.length, right })
    }
    return hits
  }

  function nearest(title: string): string | null {
    for (let i = 0; i < title.length; i++) {
      // Same length: one character wrong. A sound-alike anywhere, another only inside a long title.
      const same = holes.get(hole(title, i))
      if (same && same.length === title.length) {
        const alike = soundAlike(title[i]!, same[i]!)
        if (alike || (title.length >= 7 && i > 0 && i < title.length - fixedEnd(title))) return same
      }
      // One character too many: doubled, or put in.
      const shorter = title.slice(0, i) + title.slice(i + 1)
      if (known.has(shorter) && (title[i] === title[i - 1] || title[i] === title[i + 1])) return shorter
    }
    // One character dropped, not the last two (法, 条例).
    for (let i = 1; i < title.length - 1; i++) {
      const longer = holes.get(`${title.slice(0, i)}\u0000${title.slice(i)}`)
      if (longer && longer.length === title.length + 1 && longer.length >= (LAW.test(longer) ? 5 : 7)) return longer
    }
    return null
  }
}

/** How much of a title's end is no place for another character: 条例 and 办法 are kinds of document, in a law only 法 is. */
function fixedEnd(title: string): number {
  return LAW.test(title) ? 1 : 3
}

function hole(title: string, at: number): string {
  return `${title.slice(0, at)}\u0000${title.slice(at + 1)}`
}

function bare(title: string): string {
  return title.startsWith(STATE) ? title.slice(STATE.length) : title
}
