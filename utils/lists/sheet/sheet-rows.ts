import { STYLES } from './sheet-styles.ts'

/** What stands in a row by column letter, less what the writer of workbooks has written in it; null: empty, to be filled in. */
export interface RowTexts {
  before: readonly RowText[]
  after: readonly RowText[]
}

export interface RowText {
  letter: string
  text: string | null
  style: RowStyle
}

export const ROW_STYLES = ['centred', 'cell', 'under', 'asked'] as const satisfies readonly (keyof typeof STYLES)[]

export type RowStyle = (typeof ROW_STYLES)[number]

/** Empty cells beside the title, from B on, one of each style: they tell what number the writer gave it. */
const MODELS = /<c r="[B-E]1" s="(\d+)"\/>/g
/** Rows that the writer began with their second cell. */
const ROW = /(<row r="(\d+)"[^>]*>)(<c r="B[\s\S]*?)<\/row>/g

/**
 * Puts the texts of a long sheet into its rows, and takes the models of styles out. The writer compares every cell's style with all
 * it knows and counts every text: for the 170 rows of a list that took more than all else.
 * @param rowOf by the number of the row, from 1
 */
export function fillRows(sheet: string, rowOf: (row: number) => RowTexts): string {
  const numbers = Array.from(sheet.matchAll(MODELS), ([, number]) => number)
  if (numbers.length !== ROW_STYLES.length) throw new Error('styles of rows are not known')
  const styles = Object.fromEntries(ROW_STYLES.map((style, at) => [style, numbers[at]!])) as Record<RowStyle, string>
  return sheet.replace(MODELS, '').replace(ROW, (_, start: string, row: string, written: string) => {
    const { before, after } = rowOf(Number(row))
    const cell = ({ letter, text, style }: RowText) =>
      text ? `<c r="${letter}${row}" t="inlineStr" s="${styles[style]}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>` : `<c r="${letter}${row}" s="${styles[style]}"/>`
    return `${start}${before.map(cell).join('')}${written}${after.map(cell).join('')}</row>`
  })
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** @param text without characters that XML forbids */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')
}
