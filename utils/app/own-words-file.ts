import { PlainError } from '../errors.ts'
import { decodeText } from '../roster/csv-file.ts'
import type { OwnWord } from '../types/own-word.ts'
import type { ListedWord } from '../wording/word-list.ts'

const MOST_MB = 20
const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GBK', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' } as const

/** A word list's text: UTF-8, UTF-16 or GBK, as spreadsheets save it. @throws PlainError where it is too large, RosterRefused for what is no text */
export function textOfWordFile(bytes: Uint8Array): { text: string; encoding: (typeof ENCODINGS)[keyof typeof ENCODINGS] } {
  if (bytes.length > MOST_MB * 1024 * 1024) throw new PlainError({ key: 'words.own.too-large', params: { limit: MOST_MB } })
  const { text, encoding } = decodeText(bytes)
  return { text, encoding: ENCODINGS[encoding] }
}

/** What an import would do to the list. */
export interface PlannedWords {
  added: OwnWord[]
  /** Same wrong word, another right form, severity or note; the id stays. */
  changed: OwnWord[]
  unchanged: number
}

/** Compares a read list with the one that stands. The file's first line gets the newest id, so that it is shown on top. */
export function planOwnWords(words: readonly ListedWord[], standing: readonly OwnWord[], newId: () => string): PlannedWords {
  const known = new Map(standing.map((word) => [word.wrong, word]))
  const plan: PlannedWords = { added: [], changed: [], unchanged: 0 }
  for (const { wrong, right, severity, note } of [...words].reverse()) {
    const old = known.get(wrong)
    if (!old) plan.added.push({ id: newId(), wrong, right, severity, note })
    else if (old.right !== right || old.severity !== severity || old.note !== note) plan.changed.push({ ...old, right, severity, note })
    else plan.unchanged++
  }
  return plan
}
