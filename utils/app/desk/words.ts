import { PACKS } from '../../../assets/packs/index.ts'
import { saveFile } from '../../browser/save.ts'
import { PlainError } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { watch } from '../../ledger/live.ts'
import { deleteOwnWords, putOwnWords, readOwnWords, showOwnWords } from '../../ledger/own-words.ts'
import { changeSetting } from '../../ledger/settings.ts'
import { sayInChinese } from '../../locale.ts'
import type { OwnWord } from '../../types/own-word.ts'
import type { Phrase } from '../../types/phrase.ts'
import { loadPacks } from '../../wording/index.ts'
import { readWordList, writeWordList, type ListedWord } from '../../wording/word-list.ts'
import { newId } from '../new-id.ts'
import { planOwnWords, textOfWordFile, type PlannedWords } from '../own-words-file.ts'

/** As many own words as one looks at; the others are searched for. */
const SHOWN = 200
/** Past this it is a sentence, not a word. */
const LONGEST_PHRASE = 60

/** An own word list that was read and not yet imported. */
export interface OwnWordsImport {
  words: ListedWord[]
  preview: { fileName: string; encoding: string; added: number; changed: number; unchanged: number; problems: { line: number; says: Phrase }[] }
}

/**
 * What the ledger page does with packs, ignored phrases and the office's own words. `changed` is told of each change, so that pages
 * that are open are checked again.
 */
export function wordsDesk({ db, now, changed }: { db: LedgerDb; now: () => Date; changed: () => void }) {
  const at = () => now().toISOString()
  const put = async (words: readonly OwnWord[]) => {
    await putOwnWords(db, words, at())
    changed()
  }
  const remove = async (ids: readonly string[]) => {
    await deleteOwnWords(db, ids, at())
    changed()
  }
  const plan = async (words: readonly ListedWord[]): Promise<PlannedWords> => planOwnWords(words, await readOwnWords(db), newId)
  const inList = (name: 'rulesOff' | 'rulesOn', id: string, wanted: boolean) =>
    changeSetting(db, name, (ids) => (wanted ? [...new Set([...ids, id])] : ids.filter((other) => other !== id)))
  return {
    /** Loaded once: packs come with the extension. */
    packs: packsOnce(),
    ownWords: (search: string) => watch(() => showOwnWords(db, search.trim(), SHOWN)),
    /** `isOn`: as the rule or pack comes, without the office's choice. */
    switchRule: async (id: string, isOn: boolean, on: boolean): Promise<null> => {
      await db.transaction('rw', db.settings, async () => {
        await inList('rulesOff', id, !on)
        await inList('rulesOn', id, on && !isOn)
      })
      changed()
      return null
    },
    ignorePhrase: async (given: string): Promise<Phrase> => {
      const phrase = given.trim()
      if (phrase === '' || phrase.length > LONGEST_PHRASE) throw new PlainError({ key: 'words.ignored.bad', params: { longest: LONGEST_PHRASE } })
      await changeSetting(db, 'ignoredPhrases', (phrases) => [phrase, ...phrases.filter((other) => other !== phrase)])
      changed()
      return { key: 'words.ignored.done', params: { phrase } }
    },
    unignorePhrase: async (phrase: string): Promise<Phrase> => {
      await changeSetting(db, 'ignoredPhrases', (phrases) => phrases.filter((other) => other !== phrase))
      changed()
      return { key: 'words.ignored.removed', params: { phrase } }
    },
    /** @throws RosterRefused for what is no text */
    readWordFile: async (file: File): Promise<OwnWordsImport> => {
      const { text, encoding } = textOfWordFile(new Uint8Array(await file.arrayBuffer()))
      const { words, bad } = readWordList(text)
      const { added, changed: altered, unchanged } = await plan(words)
      const problems = bad.map(({ line, why }) => ({ line, says: { key: `words.bad.${why}` } }))
      return { words, preview: { fileName: file.name, encoding, added: added.length, changed: altered.length, unchanged, problems } }
    },
    /** Planned anew, because the list may have changed since the person looked. */
    importOwnWords: async ({ words }: OwnWordsImport): Promise<Phrase> => {
      const { added, changed: altered } = await plan(words)
      await put([...added, ...altered])
      return { key: 'words.own.imported', params: { added: added.length, changed: altered.length } }
    },
    /** Adds a word, or changes the entry of the same word. @throws PlainError with what is wrong with it */
    addOwnWord: async (wanted: ListedWord): Promise<Phrase> => {
      // The same rules as for a line of a file.
      const { words, bad } = readWordList(writeWordList([wanted]))
      if (bad[0] || !words[0]) throw new PlainError({ key: `words.bad.${bad[0]?.why ?? 'no-word'}` })
      const { added, changed: altered } = await plan(words)
      await put([...added, ...altered])
      return { key: 'words.own.added', params: { wrong: words[0].wrong } }
    },
    removeOwnWord: async ({ id, wrong }: OwnWord): Promise<Phrase> => {
      await remove([id])
      return { key: 'words.own.removed', params: { wrong } }
    },
    /** @returns the whole list, so that it can be put back */
    clearOwnWords: async (): Promise<OwnWord[]> => {
      const words = await readOwnWords(db)
      await remove(words.map(({ id }) => id))
      return words
    },
    restoreOwnWords: async (words: readonly OwnWord[]): Promise<null> => {
      await put(words)
      return null
    },
    exportOwnWords: async (): Promise<null> => {
      saveFile(sayInChinese({ key: 'words.own.file' }), [writeWordList(await readOwnWords(db))], 'text/csv')
      return null
    },
    /** The header with lines to write over. */
    ownWordsTemplate: async (): Promise<null> => {
      const text = (name: string) => sayInChinese({ key: `words.own.example.${name}` })
      saveFile(sayInChinese({ key: 'words.own.template-file' }), [writeWordList([{ wrong: text('wrong'), right: text('right'), severity: 'general', note: text('note') }])], 'text/csv')
      return null
    },
  }
}

function packsOnce(): () => ReturnType<typeof loadPacks> {
  let loaded: ReturnType<typeof loadPacks> | null = null
  return () => (loaded ??= loadPacks(PACKS))
}
