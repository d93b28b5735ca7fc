import { sayInChinese } from '../locale.ts'
import type { OwnWord } from '../types/own-word.ts'
import type { Pack } from '../wording/index.ts'
import { wordListPack } from '../wording/word-list.ts'

/** Pack of the office's own words. What it says is stored in issues, so it is Chinese whatever the interface speaks. */
export function ownPack(words: readonly OwnWord[], changedAt: string): Pack {
  // A word may have no right form: the sentence is made here, and the pack shows it as it is.
  const said = words.map((word) => ({ ...word, note: sentenceOf(word) }))
  return wordListPack(said, changedAt.slice(0, 10), { name: sayInChinese({ key: 'words.own.name' }), says: '{note}', basis: sayInChinese({ key: 'words.own.basis' }) })
}

function sentenceOf({ wrong, right, note }: OwnWord): string {
  return sayInChinese(right === '' ? { key: 'words.own.found', params: { wrong, note } } : { key: 'words.own.found-right', params: { wrong, right, note } })
}
