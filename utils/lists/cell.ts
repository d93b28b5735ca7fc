import { FORMULA_START } from '../types/disarmed.ts'

/** Excel refuses a cell of more than 32,767 UTF-16 units. */
export const CELL_LIMIT = 32_767

const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
// What XML 1.0 forbids and what no spreadsheet shows: C0 and C1 controls but tab and line feed, and the two non-characters.
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

// All but what needs no look: most cells hold nothing else, and one look is four times as quick as three replacements. Ranges, as \p{Cc} takes twice as long.
const TO_CLEAN = /[^\t\n -~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFFFD]/

/** The text as a cell may hold it: line breaks as LF, no control characters, lone surrogates as U+FFFD. */
export function cleanText(text: string): string {
  if (!TO_CLEAN.test(text)) return text
  return text.replace(LINE_BREAKS, '\n').replace(UNPRINTABLE, '').replace(LONE_SURROGATE, '\uFFFD')
}

/** A text that a spreadsheet would run as a formula, made harmless by a leading `'`; other texts as they are. */
export function disarm(text: string): string {
  // What starts with a Han character, a letter or a digit is none: the pattern would say so too, more slowly.
  if (/^[\u4E00-\u9FFF\w]/.test(text)) return text
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** At most `limit` UTF-16 units, never half a surrogate pair; `mark` stands at the end of what was cut. */
export function clip(text: string, limit: number, mark: string): string {
  if (text.length <= limit) return text
  const kept = text.slice(0, limit - mark.length)
  return kept.replace(/[\uD800-\uDBFF]$/, '') + mark
}
