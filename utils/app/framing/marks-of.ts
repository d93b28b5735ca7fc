import { stripLines } from '../../lists/shot-strip.ts'
import { typeWords } from '../../lists/words.ts'
import { NO_MARKS, type ShotMarks } from '../../types/drawing.ts'
import { shortNumber, type Issue, type ShotRef } from '../../types/issue.ts'
import { coverInAddress } from '../../wording/personal/cover.ts'

/** What of a screenshot's marks is wanted on it. */
export interface MarksWanted {
  /** Personal data is covered, in the strip too. */
  cover: boolean
  /** A strip stands under the picture. */
  strip: boolean
}

/** What is drawn on a screenshot of an issue: its places with number and label, what a person drew, personal data covered, and the strip. */
export function marksOf(issue: Pick<Issue, 'number' | 'mark' | 'check' | 'pageTitle' | 'url' | 'foundBy'>, shot: ShotRef, { cover, strip }: MarksWanted): ShotMarks {
  return {
    outlines: tagsOf(issue, shot.outlines).map((label, at) => ({ ...shot.outlines[at]!, label })),
    drawings: shot.drawings ?? [],
    covers: coversOf(shot, cover).covers,
    strip: strip ? stripLines(cover ? { ...issue, url: coverInAddress(issue.url).text } : issue, shot) : [],
  }
}

/** Of a picture that is handed out as it was stored: nothing but what must not be seen. */
export function coversOf(shot: ShotRef, cover: boolean): ShotMarks {
  return { ...NO_MARKS, covers: cover ? (shot.personal ?? []) : [] }
}

/** What the tags of marked places say: `12 错别字`, of several places `12-1 错别字`; the number is the list's. A place with words of its own has those. */
export function tagsOf(issue: Pick<Issue, 'number' | 'mark' | 'check'>, outlines: readonly { label: string }[]): string[] {
  const { kind } = typeWords(issue.check)
  return outlines.map(({ label }, at) => `${shortNumber(issue)}${outlines.length > 1 ? `-${at + 1}` : ''} ${/^\d*$/.test(label) ? kind : label}`)
}
