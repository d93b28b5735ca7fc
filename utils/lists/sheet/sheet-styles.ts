import type { CellStyle } from 'hucre/xlsx'

/** 宋体 is on every office machine; LibreOffice and Linux take their own serif for it. */
const FONT = '宋体'

const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER: CellStyle['border'] = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const

export const DEFAULT_FONT = { name: FONT, size: 10 }

export const STYLES = {
  title: { font: { name: FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  heading: { font: { name: FONT, size: 11, bold: true } },
  header: { font: { name: FONT, size: 10, bold: true }, fill: solid('E7ECF4'), border: BORDER, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  cell: { font: DEFAULT_FONT, border: BORDER, alignment: { vertical: 'top', wrapText: true } },
  centred: { font: DEFAULT_FONT, border: BORDER, alignment: { horizontal: 'center', vertical: 'top', wrapText: true } },
  /** Names of screenshots stand under the picture. */
  under: { font: { name: FONT, size: 8 }, border: BORDER, alignment: { vertical: 'bottom', wrapText: true } },
  link: { font: { name: FONT, size: 10, underline: true, color: { rgb: '0563C1' } }, border: BORDER, alignment: { horizontal: 'center', vertical: 'top', wrapText: true } },
  /** Light yellow: to be filled in. Text format, so that a date stays as it was typed. */
  asked: { font: DEFAULT_FONT, fill: solid('FFFBE6'), border: BORDER, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' },
  text: { font: DEFAULT_FONT, alignment: { vertical: 'top', wrapText: true } },
} satisfies Record<string, CellStyle>
