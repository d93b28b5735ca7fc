import { stripLines } from '../../lists/shot-strip.ts'
import { typeWords } from '../../lists/words.ts'
import type { ShotMarks } from '../../types/drawing.ts'
import type { Issue, ShotRef } from '../../types/issue.ts'

/** What of a screenshot's marks is wanted on it. */
export interface MarksWanted {
  /** Personal data is covered. */
  cover: boolean
  /** A strip stands under the picture. */
  strip: boolean
}

/** What is drawn on a screenshot of an issue: its places with number and label, what a person drew, personal data covered, and the strip. */
export function marksOf(issue: Pick<Issue, 'number' | 'check' | 'pageTitle' | 'url' | 'foundBy'>, shot: ShotRef, { cover, strip }: MarksWanted): ShotMarks {
  return {
    outlines: shot.outlines.map((outline, at) => ({ ...outline, label: labelOf(issue, outline.label, shot.outlines.length > 1 ? at + 1 : null) })),
    drawings: shot.drawings ?? [],
    covers: cover ? (shot.personal ?? []) : [],
    strip: strip ? stripLines(issue, shot) : [],
  }
}

/** `12 错别字`, of several places `12-1 错别字`: the number that a list has, and what is wrong. A place with words of its own keeps them. */
function labelOf({ number, check }: Pick<Issue, 'number' | 'check'>, own: string, place: number | null): string {
  return `${number}${place === null ? '' : `-${place}`} ${/^\d*$/.test(own) ? typeWords(check).kind : own}`
}
