/** Height in points of a text wrapped in a column of `width` characters, at 10 points: what a spreadsheet will need. */
export function textHeight(text: string, width: number): number {
  const room = Math.max(1, width - 1)
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0)
  return rows * LINE
}

const LINE = 14.5

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u2014\u2018-\u201D\u2026\u00B7]/
const [LEAD_FROM, LEAD_TO, TRAIL_TO] = [0xd800, 0xdbff, 0xdfff]
/** Lead units of U+20000 to U+3FFFF, which are wide. */
const [WIDE_LEAD_FROM, WIDE_LEAD_TO] = [0xd840, 0xd8bf]

/** By UTF-16 unit: asked of the pattern one by one, a list's texts took longer than their XML. */
let widths: Uint8Array | null = null

function widthsOfUnits(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => (WIDE.test(String.fromCharCode(unit)) ? 2 : 1))
}

/** Columns that a text takes: Han characters and full-width signs two each. */
export function textWidth(text: string): number {
  widths ??= widthsOfUnits()
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const next = unit >= LEAD_FROM && unit <= LEAD_TO ? text.charCodeAt(at + 1) : 0
    const isPair = next > LEAD_TO && next <= TRAIL_TO
    width += isPair && unit >= WIDE_LEAD_FROM && unit <= WIDE_LEAD_TO ? 2 : (widths[unit] as number)
    if (isPair) at += 1
  }
  return width
}
