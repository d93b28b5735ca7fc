import { allows, type Guards } from './guards.ts'
import type { Detector, Hit } from './types.ts'
import { matches } from './matches.ts'

/** Finds regular expressions (already vetted by `whyUnsafe`). Empty matches are left out. */
export function patternDetector(sources: string | readonly string[], right: string | null, guards: Guards): Detector {
  const patterns = [sources].flat().map((source) => new RegExp(source, 'gu'))
  return (text, about) => {
    const hits: Hit[] = []
    for (const pattern of patterns) {
      for (const match of matches(pattern, text)) {
        const start = match.index
        const end = start + match[0].length
        if (end === start || !allows(guards, text, start, end, about)) continue
        hits.push({ start, end, right: right === null ? null : fill(right, match) })
      }
    }
    return hits
  }
}

function fill(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
}
