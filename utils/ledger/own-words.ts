import type { OwnWord } from '../types/own-word.ts'
import type { LedgerDb } from './db.ts'
import { changeSetting } from './settings.ts'

/** As much of the list as is looked at, newest first. */
export interface OwnWordsShown {
  /** All words of the list. */
  total: number
  /** Words that hold what was searched for. */
  matching: number
  words: OwnWord[]
}

/** Adds and replaces words by their ids. `at`: instant of the change, by which the checker knows that it is out of date. */
export function putOwnWords(db: LedgerDb, words: readonly OwnWord[], at: string): Promise<void> {
  return changing(db, at, async () => void (await db.ownWords.bulkPut(words)))
}

/** Takes words off the list; unknown ids are left alone. */
export function deleteOwnWords(db: LedgerDb, ids: readonly string[], at: string): Promise<void> {
  return changing(db, at, () => db.ownWords.bulkDelete(ids as string[]))
}

/** The newest `most` words that hold `text` (all where it is empty), without reading the others into memory at once. */
export async function showOwnWords(db: LedgerDb, text: string, most: number): Promise<OwnWordsShown> {
  const total = await db.ownWords.count()
  if (text === '') return { total, matching: total, words: await db.ownWords.reverse().limit(most).toArray() }
  const words: OwnWord[] = []
  let matching = 0
  await db.ownWords.reverse().each((word) => {
    if (!word.wrong.includes(text) && !word.right.includes(text) && !word.note.includes(text)) return
    if (++matching <= most) words.push(word)
  })
  return { total, matching, words }
}

/** Words and the stamp of their change together, or neither: else a checker would go on with the old list. */
function changing(db: LedgerDb, at: string, change: () => Promise<void>): Promise<void> {
  return db.transaction('rw', db.ownWords, db.settings, async () => {
    await change()
    // Two changes in one millisecond differ too.
    await changeSetting(db, 'ownWordsAt', (before) => (before.startsWith(at) ? `${before}+` : at))
  })
}
