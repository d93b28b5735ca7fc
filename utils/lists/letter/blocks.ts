import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun, type IParagraphOptions, type IRunOptions, type ParagraphChild } from 'docx'
import type { Day } from '../../types/reading.ts'
import { cleanText } from '../cell.ts'
import { FONTS, LINE, SIZE, TWO_CHARACTERS } from './layout.ts'

/** Text cleaned of what XML forbids; line breaks stay. */
export function runs(text: string, options: IRunOptions = {}): TextRun[] {
  const style = { font: FONTS.body, size: SIZE['3号'], ...options }
  return cleanText(text).split('\n').map((line, at) => new TextRun({ ...style, text: line, ...(at > 0 && { break: 1 }) }))
}

/** 标题: 2号小标宋, centred, a line free under it. */
export function title(text: string): Paragraph {
  return paragraph(runs(text, { font: FONTS.title, size: SIZE['2号'] }), { alignment: AlignmentType.CENTER, spacing: { ...EXACT, line: 680, after: LINE } })
}

/** 主送机关: at the left edge. */
export function greeting(text: string): Paragraph {
  return paragraph(runs(text))
}

/**
 * A paragraph of the body, two characters in. What stands before the first stop is set as a heading
 * where the line starts as one: 一、in 黑体, （一）in 楷体 (GB/T 9704 7.3.3).
 */
export function bodyLine(text: string): Paragraph {
  const font = /^[一二三四五六七八九十]+、/.test(text) ? FONTS.first : /^（[一二三四五六七八九十]+）/.test(text) ? FONTS.second : null
  const stop = font ? text.indexOf('。') + 1 || text.length : 0
  const children = [...(stop ? runs(text.slice(0, stop), { ...(font && { font }) }) : []), ...(stop < text.length ? runs(text.slice(stop)) : [])]
  return paragraph(children, { indent: { firstLine: TWO_CHARACTERS }, alignment: AlignmentType.BOTH })
}

/** 附件说明; the first of them a line under the body. */
export function annexNote(text: string, first = true): Paragraph {
  return paragraph(runs(text), { indent: { firstLine: TWO_CHARACTERS }, spacing: { ...EXACT, ...(first && { before: LINE }) } })
}

/** 落款 and 成文日期, four characters from the right (GB/T 9704 7.3.5.2: without a seal). */
export function signature(signer: string, day: Day): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 2 * TWO_CHARACTERS } }
  return [paragraph(runs(signer), { ...right, spacing: { ...EXACT, before: 2 * LINE } }), paragraph(runs(dayInWords(day)), right)]
}

/** 附件1, in 黑体 at the left edge, and its title on the third line. */
export function annexHead(mark: string, text: string): Paragraph[] {
  return [
    paragraph(runs(mark, { font: FONTS.first }), { keepNext: true }),
    paragraph(runs(text, { font: FONTS.title, size: SIZE['3号'] }), { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...EXACT, after: 200 } }),
  ]
}

/** 页码: 4号宋体 between dashes, right on odd pages and left on even ones, a character from the edge (GB/T 9704 7.5). */
export function pageNumbers(): { default: Footer; even: Footer } {
  const footer = (alignment: IParagraphOptions['alignment'], indent: IParagraphOptions['indent']) =>
    new Footer({ children: [new Paragraph({ ...(alignment && { alignment }), ...(indent && { indent }), children: [new TextRun({ font: FONTS.page, size: SIZE['4号'], children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
  return { default: footer(AlignmentType.RIGHT, { right: 280 }), even: footer(AlignmentType.LEFT, { left: 280 }) }
}

/** 2026年11月21日. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const EXACT = { line: LINE, lineRule: LineRuleType.EXACT }

export function paragraph(children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: EXACT, ...options, children })
}
