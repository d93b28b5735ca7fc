import type { LedgerDb } from '../ledger/db.ts'
import { deleteOwnWords, putOwnWords, readOwnWords } from '../ledger/own-words.ts'
import type { OwnWord } from '../types/own-word.ts'

/**
 * One word that two people put on their lists stands once: the older entry stays (ids tell their time), with the note of the other where it
 * had none. An edit that every ledger makes alike.
 * @param at instant of the change
 * @returns how many entries went
 */
export async function foldSameWords(db: LedgerDb, at: string): Promise<number> {
  return db.transaction('rw', db.ownWords, db.settings, async () => {
    const first = new Map<string, OwnWord>()
    const [gone, noted]: [string[], Map<string, OwnWord>] = [[], new Map()]
    for (const word of [...(await readOwnWords(db))].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const key = `${word.wrong}\n${word.right}`
      const known = first.get(key)
      if (!known) first.set(key, word)
      else {
        gone.push(word.id)
        if (known.note === '' && word.note !== '' && !noted.has(known.id)) noted.set(known.id, { ...known, note: word.note })
      }
    }
    if (gone.length === 0) return 0
    if (noted.size > 0) await putOwnWords(db, [...noted.values()], at)
    await deleteOwnWords(db, gone, at)
    return gone.length
  })
}
