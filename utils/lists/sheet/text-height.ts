/** Height in points of a text wrapped in a column of `width` characters, at 10 points: what a spreadsheet will need. */
export function textHeight(text: string, width: number): number {
  const room = Math.max(1, width - 1)
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0)
  return rows * LINE
}

const LINE = 14.5

/** Columns that a text takes: Han characters and full-width signs two each. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u2014\u2018-\u201D\u2026\u00B7]|[\u{20000}-\u{3FFFF}]/u.test(character) ? 2 : 1
  return width
}
