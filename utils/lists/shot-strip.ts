import type { Issue, ShotRef } from '../types/issue.ts'
import { secondInShanghai } from './week.ts'
import { fill, WORDS } from './words.ts'

/** The lines under a handed-out screenshot: number, time (to the second, Asia/Shanghai) and who, page title, address. What is not known is left out. */
export function stripLines({ number, pageTitle, url, foundBy }: Pick<Issue, 'number' | 'pageTitle' | 'url' | 'foundBy'>, { takenAt }: Pick<ShotRef, 'takenAt'>): string[] {
  const first = [
    fill(WORDS.strip.number, { number }),
    fill(WORDS.strip['taken-at'], { at: secondInShanghai(takenAt) }),
    ...(foundBy ? [fill(WORDS.strip.by, { name: foundBy })] : []),
  ]
  return [first.join('　'), ...(pageTitle ? [fill(WORDS.strip.title, { title: pageTitle })] : []), fill(WORDS.strip.url, { url })]
}
