import type { OwnWord } from '../types/own-word.ts'
import type { LedgerDb } from './db.ts'
import { changeSetting } from './settings.ts'

/** The list is one row: a row a word makes 100,000 words take ten times as long to store and to read. */
const LIST = 'office'

/** As much of the list as is looked at, newest first. */
export interface OwnWordsShown {
  /** All words of the list. */
  total: number
  /** Words that hold what was searched for. */
  matching: number
  words: OwnWord[]
}

/** The office's own words, newest first. */
export async function readOwnWords(db: LedgerDb): Promise<OwnWord[]> {
  return (await db.ownWords.get(LIST))?.words ?? []
}

/** Adds and replaces words by their ids. `at`: instant of the change, by which the checker knows that it is out of date. */
export function putOwnWords(db: LedgerDb, words: readonly OwnWord[], at: string): Promise<void> {
  return changeOwnWords(db, at, (standing) => {
    const byId = new Map(standing.map((word) => [word.id, word]))
    for (const word of words) byId.set(word.id, word)
    return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  })
}

/** Takes words off the list; unknown ids are left alone. `at` as in `putOwnWords`. */
export function deleteOwnWords(db: LedgerDb, ids: readonly string[], at: string): Promise<void> {
  const gone = new Set(ids)
  return changeOwnWords(db, at, (standing) => standing.filter(({ id }) => !gone.has(id)))
}

/** The newest `most` words that hold `text`; all count where it is empty. */
export async function showOwnWords(db: LedgerDb, text: string, most: number): Promise<OwnWordsShown> {
  const all = await readOwnWords(db)
  const matching = text === '' ? all : all.filter(({ wrong, right, note }) => wrong.includes(text) || right.includes(text) || note.includes(text))
  return { total: all.length, matching: matching.length, words: matching.slice(0, most) }
}

/** Words and the stamp of their change together, or neither: else a checker would go on with the old list. */
function changeOwnWords(db: LedgerDb, at: string, change: (standing: OwnWord[]) => OwnWord[]): Promise<void> {
  return db.transaction('rw', db.ownWords, db.settings, async () => {
    await db.ownWords.put({ name: LIST, words: change(await readOwnWords(db)) })
    // Two changes in one millisecond differ too.
    await changeSetting(db, 'ownWordsAt', (before) => (before.startsWith(at) ? `${before}+` : at))
  })
}
