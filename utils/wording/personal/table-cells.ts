import type { Hit, PageDetector } from '../types.ts'
import { CARD, luhn } from './bank-card.ts'
import { plainDigits } from './digits.ts'
import { mask } from './mask.ts'
import { MOBILE } from './mobile.ts'
import { cellsWithNames, type Cell } from './table.ts'
import { matches } from '../matches.ts'

// A list of people on duty or of offices publishes its numbers on purpose.
const OFFICE_TABLE = /职务|职位|岗位|部门|科室|单位|机构|网点|责任人|负责人|值班|河长|林长|专家|督导|监督/

function find(blocks: Parameters<PageDetector>[0], wanted: (cell: Cell) => RegExpMatchArray | null, head: number, tail: number): ReturnType<PageDetector> {
  const found = new Map<number, Hit[]>()
  for (const cell of cellsWithNames(blocks)) {
    const match = wanted(cell)
    if (!match) continue
    const start = match.index!
    const masked = mask(cell.block.text.slice(start, start + match[0].length), head, tail)
    found.set(cell.block.id, [{ start, end: start + match[0].length, right: masked, masked }])
  }
  return found
}

/** Mobile numbers in a table with a column of names, unless its other columns say that these are office holders. */
export const tableMobile: PageDetector = (blocks) => find(blocks, ({ block, heads }) => {
  if (heads.some((head) => OFFICE_TABLE.test(head))) return null
  return matches(MOBILE, plainDigits(block.text))[0] ?? null
}, 3, 4)

/** Card numbers in a column that is headed so, beside a column of names. */
export const tableCard: PageDetector = (blocks) => find(blocks, ({ block, head }) => {
  if (!/卡号|账号|银行|一卡通|存折/.test(head)) return null
  const match = matches(CARD, plainDigits(block.text))[0]
  return match && luhn(match[0].replace(/ /g, '')) ? match : null
}, 4, 4)
