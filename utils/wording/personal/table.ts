import type { Block } from '../types.ts'

/** A cell of a table on the page and the words at the head of its column. */
export interface Cell {
  block: Block
  head: string
  /** Heads of all the table's columns. */
  heads: readonly string[]
}

// A table with an id is called by it: `#list>tbody>tr…`.
const CELL = /^(.*(?:table|#)[^>]*)>(?:(?:thead|tbody|tfoot)[^>]*>)?tr(?::nth-[a-z-]+\((\d+)\))?>t[dh](?::nth-[a-z-]+\((\d+)\))?/u

interface Place {
  table: string
  row: number
  column: number
}

function placeOf(selector: string | undefined): Place | null {
  const match = selector === undefined ? null : CELL.exec(selector.replace(/\s/g, ''))
  return match ? { table: match[1]!, row: Number(match[2] ?? 1), column: Number(match[3] ?? 1) } : null
}

/**
 * The cells of the page's tables below their first row that holds words for 姓名. Cells are told by the selectors that the
 * readers give (`…>table>tbody>tr:nth-child(2)>td:nth-child(5)`); tables without a column of names are left out.
 */
export function cellsWithNames(blocks: readonly Block[]): Cell[] {
  const heads = new Map<string, { row: number; names: Map<number, string> }>()
  const placed = blocks.flatMap((block) => {
    const place = placeOf(block.selector)
    return place ? [{ block, place }] : []
  })
  for (const { block, place } of placed) {
    if (/^\s*(?:姓\s*名|学生姓名|申请人(?:姓名)?|户主(?:姓名)?|患者姓名|持证人|领取人|补贴对象|受助人)\s*$/u.test(block.text) && !heads.has(place.table)) {
      heads.set(place.table, { row: place.row, names: new Map() })
    }
  }
  for (const { block, place } of placed) {
    const head = heads.get(place.table)
    if (head && head.row === place.row) head.names.set(place.column, block.text.replace(/\s/g, ''))
  }
  return placed.flatMap(({ block, place }) => {
    const head = heads.get(place.table)
    if (!head || place.row <= head.row) return []
    return [{ block, head: head.names.get(place.column) ?? '', heads: [...head.names.values()] }]
  })
}
