import type { Cell, WriteSheet } from 'hucre/xlsx'
import { STYLES } from './sheet-styles.ts'
import type { ShotProof } from '../shot-proof.ts'
import type { StatsTable } from './unit-stats.ts'
import { WORDS } from '../words.ts'

const PAGE = { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

/** The sheet 统计: tables one under another. */
export function statsSheet(title: string, lines: readonly string[], tables: readonly StatsTable[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: title, type: 'string', style: STYLES.title }]])
  const width = Math.max(...tables.map(({ header }) => header.length))
  let row = 1
  const put = (values: readonly (string | number)[], style: Cell['style']) => {
    values.forEach((value, column) => cells.set(`${row},${column}`, { value, type: typeof value === 'number' ? 'number' : 'string', style }))
    row += 1
  }
  for (const line of lines) put([line], STYLES.text)
  for (const table of tables) {
    row += 1
    put([table.title], STYLES.heading)
    put(table.header, STYLES.header)
    for (const values of table.rows) put(values, STYLES.cell)
  }
  return {
    name: WORDS.sheet.stats,
    columns: Array.from({ length: width }, (_, column) => ({ width: column ? 10 : 36 })),
    rows: Array.from({ length: row }, () => Array.from({ length: width }, () => null)),
    cells,
    rowDefs: new Map([[0, { height: 30 }]]),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 }],
    pageSetup: PAGE,
  }
}

/** The sheet 填写说明: how to fill in and send back. */
export function helpSheet(): WriteSheet {
  const lines = [WORDS.sheet.help, '', ...WORDS.sheet['help-text'].split('\n')]
  return {
    name: WORDS.sheet.help,
    columns: [{ width: 90 }],
    rows: lines.map(() => [null]),
    cells: new Map(lines.map((value, row) => [`${row},0`, { value, type: 'string', style: row ? STYLES.text : STYLES.heading }])),
    pageSetup: PAGE,
  }
}

/** The sheet 截图校验: the hash of every original, and how one is checked. */
export function proofSheet(proofs: readonly ShotProof[]): WriteSheet {
  const { columns } = WORDS.proof
  const rows = [[columns.name, columns['taken-at'], columns.hash, columns.note], ...proofs.map(({ name, takenAt, hash, note }) => [name, takenAt, hash, note])]
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: WORDS.proof.title, type: 'string', style: STYLES.heading }],
    ['1,0', { value: WORDS.proof.says, type: 'string', style: STYLES.text }],
  ])
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) cells.set(`${row + 2},${column}`, { value, type: 'string', style: row ? STYLES.cell : STYLES.header })
  }
  return {
    name: WORDS.proof.sheet,
    columns: [{ width: 10 }, { width: 21 }, { width: 70 }, { width: 46 }],
    rows: Array.from({ length: rows.length + 2 }, () => [null, null, null, null]),
    cells,
    rowDefs: new Map([[1, { height: 64 }]]),
    merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 3 }],
    pageSetup: { ...PAGE, orientation: 'landscape' },
  }
}
