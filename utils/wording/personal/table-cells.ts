import { matches } from '../matches.ts'
import type { Hit, PageDetector } from '../types.ts'
import { CARD, luhn } from './bank-card.ts'
import { plainDigits } from './digits.ts'
import { addressHit } from './home-address.ts'
import { oldIdsIn } from './id-number.ts'
import { mask } from './mask.ts'
import { MOBILE } from './mobile.ts'
import { cellsWithNames, type Cell } from './table.ts'

// A list of people on duty or of offices publishes its numbers on purpose.
const OFFICE_TABLE = /职务|职位|岗位|部门|科室|单位|机构|网点|责任人|负责人|值班|河长|林长|专家|督导|监督/

function find(blocks: Parameters<PageDetector>[0], wanted: (cell: Cell) => Hit | null): ReturnType<PageDetector> {
  const found = new Map<number, Hit[]>()
  for (const cell of cellsWithNames(blocks)) {
    const hit = wanted(cell)
    if (hit) found.set(cell.block.id, [hit])
  }
  return found
}

function masked({ block }: Cell, match: RegExpExecArray, head: number, tail: number): Hit {
  const [start, end] = [match.index, match.index + match[0].length]
  const shown = mask(block.text.slice(start, end), head, tail)
  return { start, end, right: shown, masked: shown }
}

/** Mobile numbers in a table with a column of names, unless its other columns say that these are office holders. */
export const tableMobile: PageDetector = (blocks) => find(blocks, (cell) => {
  const match = cell.heads.some((head) => OFFICE_TABLE.test(head)) ? undefined : matches(MOBILE, plainDigits(cell.block.text))[0]
  return match ? masked(cell, match, 3, 4) : null
})

/** Card numbers in a column that is headed so, beside a column of names. */
export const tableCard: PageDetector = (blocks) => find(blocks, (cell) => {
  if (!/卡号|账号|银行|一卡通|存折/.test(cell.head)) return null
  const match = matches(CARD, plainDigits(cell.block.text))[0]
  return match && luhn(match[0].replace(/ /g, '')) ? masked(cell, match, 4, 4) : null
})

/** Homes given to the house in a column headed 家庭住址 or the like, beside a column of names. */
export const tableAddress: PageDetector = (blocks) => find(blocks, ({ block, head }) => {
  if (!/住址|家庭地址|户籍地|居住地|^地址$/.test(head) || /单位|办公|经营|注册|企业|机构/.test(head)) return null
  return addressHit(block.text, 0, block.text)
})

/** 15-place citizen numbers in a column headed 身份证. */
export const tableOldId: PageDetector = (blocks) => find(blocks, ({ block, head }) => /身份证/.test(head) ? oldIdsIn(block.text)[0] ?? null : null)
