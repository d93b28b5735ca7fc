import { shortNumber, type Issue, type ShotRef } from '../types/issue.ts'
import { secondInShanghai } from './week.ts'
import { fill, WORDS } from './words.ts'

/**
 * The lines under a handed-out screenshot: number, time (to the second, Asia/Shanghai) and who, what it shows, page title, address. What is not
 * known is left out. Of a picture that a person added, only when that was is known.
 */
export function stripLines(issue: Pick<Issue, 'number' | 'mark' | 'pageTitle' | 'url' | 'foundBy'>, shot: Pick<ShotRef, 'takenAt' | 'kind' | 'caption'>): string[] {
  const { pageTitle, url, foundBy } = issue
  const isAdded = shot.kind === 'pasted' || shot.kind === 'file'
  const at = secondInShanghai(shot.takenAt)
  const first = [fill(WORDS.strip.number, { number: shortNumber(issue) }), fill(isAdded ? WORDS.strip['added-at'] : WORDS.strip['taken-at'], { at }), ...(foundBy ? [fill(WORDS.strip.by, { name: foundBy })] : [])]
  return [
    first.join('　'),
    ...(shot.caption ? [fill(WORDS.strip.caption, { caption: shot.caption })] : []),
    ...(pageTitle ? [fill(WORDS.strip.title, { title: pageTitle })] : []),
    fill(WORDS.strip.url, { url }),
  ]
}
