import { AlignmentType, LineRuleType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type ParagraphChild } from 'docx'
import { paragraph, runs } from './blocks.ts'
import { FONTS, SIZE } from './layout.ts'

/** A column of a table: its title, its share of the width in hundredths, and whether its cells are centred. */
export interface TableColumn {
  title: string
  share: number
  centred?: boolean
}

/** A table in 五号 with its header on every page. Cells are texts, or runs where a picture or link stands in them. */
export function plainTable(width: number, columns: readonly TableColumn[], rows: readonly (readonly (string | number | ParagraphChild[])[])[], breaks: (row: number) => boolean = () => false): Table {
  const widthOf = (share: number) => Math.round((width * share) / 100)
  const cell = (content: string | number | ParagraphChild[], { share, centred }: TableColumn, head = false) =>
    new TableCell({
      width: { size: widthOf(share), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 70, right: 70, top: 40, bottom: 40 },
      children: [paragraph(Array.isArray(content) ? content : smallRuns(String(content), head), { spacing: SPACING, ...((centred || head) && { alignment: AlignmentType.CENTER }) })],
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map(({ share }) => widthOf(share)),
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cell(column.title, column, true)) }),
      ...rows.map((row, at) => new TableRow({ cantSplit: !breaks(at), children: columns.map((column, n) => cell(row[n] ?? '', column)) })),
    ],
  })
}

/** Text of a table. */
export function smallRuns(text: string, head = false): ParagraphChild[] {
  return runs(text, { size: SIZE['五号'], ...(head && { font: FONTS.first }) })
}

const SPACING = { line: 300, lineRule: LineRuleType.AT_LEAST }
