import { DEFAULT_COLUMNS, type ColumnSetting, type ListColumn } from '../../../utils/types/issue-list.ts'

/** CSS pixels at least, and the share of what is left over; 0: no more than it needs. */
const SIZES: Record<ListColumn, [least: number, share: number]> = {
  number: [76, 0], severity: [76, 0], kind: [104, 0], description: [220, 2.6], unit: [96, 1.1], page: [120, 1.4], found: [80, 0], deadline: [80, 0], status: [80, 0],
  site: [110, 1], column: [96, 1], indicator: [110, 1], foundBy: [72, 0], recheck: [88, 0], rebounds: [60, 0], updated: [120, 0],
}

export const LEAST_WIDTH = 48
export const MOST_WIDTH = 900

/** What goes first where a window is too narrow for the columns as they come: the rest of an issue is one Enter away. */
const LEAVES: readonly ListColumn[] = ['found', 'page', 'kind', 'unit', 'status']
const TICK = 34
const GAP = 10

/** The columns to draw in a list of this width, CSS pixels. Columns that a person has chosen all stay, and the list scrolls sideways. */
export function columnsToDraw(columns: readonly ColumnSetting[], width: number): ColumnSetting[] {
  let drawn = columns.filter(({ shown }) => shown)
  if (JSON.stringify(columns) !== JSON.stringify(DEFAULT_COLUMNS)) return drawn
  for (const column of LEAVES) if (leastWidth(drawn) > width) drawn = drawn.filter((one) => one.column !== column)
  return drawn
}

/** CSS pixels that a row needs at least, its padding and the tick among them. */
export function leastWidth(columns: readonly ColumnSetting[]): number {
  return columns.reduce((sum, { column, width }) => sum + (width ?? SIZES[column][0]) + GAP, TICK + 24)
}

/** For `grid-template-columns`. Without a column that grows, the last one does. */
export function templateOf(columns: readonly ColumnSetting[]): string {
  const grows = columns.some(({ column, width }) => width === null && SIZES[column][1] > 0)
  return [`${TICK - GAP}px`, ...columns.map(({ column, width }, at) => {
    const [least, share] = SIZES[column]
    if (width !== null) return !grows && at === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`
    return share > 0 ? `minmax(${least}px, ${share}fr)` : !grows && at === columns.length - 1 ? `minmax(${least}px, 1fr)` : `${least}px`
  })].join(' ')
}
