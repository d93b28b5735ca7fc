import { SEVERITIES } from '../types/finding.ts'
import type { ListColumn, ListSort } from '../types/issue-list.ts'
import { STATUSES } from '../types/issue.ts'
import { CHINESE, unitNames } from './choices.ts'
import { NO_DAY, type Coded, type Columns } from './columns.ts'

/** Keys of all rows for one column of the list: small whole numbers, `ABSENT` where the field is empty. */
type Keys = ArrayLike<number>

/** Sorts last, whichever way. */
const ABSENT = -1

interface Orders {
  version: number
  keys: Map<ListColumn, Keys>
  /** Place of each row when the newest stands first, and the rows in that order. */
  place: Int32Array
  newest: Int32Array
}

const ordersByColumns = new WeakMap<Columns, Orders>()

/**
 * Rows in the order asked for; the newest first where the key is the same. Key and tie are packed into one float a row,
 * because typed arrays of numbers sort ten times as fast as rows with a comparison: 50,000 in about 10 ms.
 */
export function sortRows(columns: Columns, rows: ArrayLike<number>, { by, descending }: ListSort): Int32Array {
  const orders = ordersOf(columns)
  let keys = orders.keys.get(by)
  if (!keys) orders.keys.set(by, (keys = keysOf(columns, orders, by)))
  let most = 0
  for (let row = 0; row < columns.size; row++) if (keys[row]! > most) most = keys[row]!
  const packed = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const key = keys[rows[at]!]!
    packed[at] = (key === ABSENT ? most + 1 : descending ? most - key : key) * columns.size + orders.place[rows[at]!]!
  }
  packed.sort()
  return Int32Array.from(packed, (value) => orders.newest[value % columns.size]!)
}

function ordersOf(columns: Columns): Orders {
  const known = ordersByColumns.get(columns)
  if (known?.version === columns.version) return known
  const { size, digests } = columns
  let most = 0
  for (let row = 0; row < size; row++) if (digests[row]!.number > most) most = digests[row]!.number
  const packed = Float64Array.from({ length: size }, (_, row) => (most - digests[row]!.number) * size + row).sort()
  const newest = Int32Array.from(packed, (value) => value % size)
  const place = new Int32Array(size)
  newest.forEach((row, at) => (place[row] = at))
  const orders: Orders = { version: columns.version, keys: new Map(), place, newest }
  ordersByColumns.set(columns, orders)
  return orders
}

function keysOf(columns: Columns, { place }: Orders, by: ListColumn): Keys {
  const { digests, size, words, codes, deadline } = columns
  const coded = (facet: Coded, compare: (a: string, b: string) => number) => {
    const ranks = rankOf(words[facet].list, compare)
    return Int32Array.from(codes[facet], (code) => (words[facet].list[code] === '' ? ABSENT : ranks[code]!))
  }
  const texts = (of: (row: number) => string) => ranksOfTexts(Array.from({ length: size }, (_, row) => of(row)))
  if (by === 'number') return Int32Array.from(place, (at) => size - at)
  if (by === 'deadline') return Int32Array.from(deadline, (day) => (day === NO_DAY ? ABSENT : day))
  if (by === 'rebounds') return Int32Array.from({ length: size }, (_, row) => digests[row]!.rebounds)
  if (by === 'description') return texts((row) => digests[row]!.description)
  if (by === 'page') return texts((row) => digests[row]!.pageTitle)
  if (by === 'found') return texts((row) => digests[row]!.foundAt)
  if (by === 'updated') return texts((row) => digests[row]!.updatedAt)
  if (by === 'severity') return coded('severity', inOrder(SEVERITIES))
  if (by === 'status') return coded('status', inOrder(STATUSES))
  const names = unitNames(columns)
  if (by === 'unit') return coded('unit', (a, b) => CHINESE.compare(names.get(a) ?? '', names.get(b) ?? ''))
  return coded(by, CHINESE.compare)
}

const inOrder = (list: readonly string[]) => (a: string, b: string) => list.indexOf(a) - list.indexOf(b)

/** Rank of each word among all. */
function rankOf(list: readonly string[], compare: (a: string, b: string) => number): Int32Array {
  const ranks = new Int32Array(list.length)
  list.map((word, at) => [word, at] as const).sort(([a], [b]) => compare(a, b)).forEach(([, at], rank) => (ranks[at] = rank))
  return ranks
}

/** Ranks of texts of which most differ, by their characters: a collator would take a second, and all that counts here is that equals stand together. */
function ranksOfTexts(texts: readonly string[]): Int32Array {
  const ranks = new Map([...new Set(texts)].sort().map((text, rank) => [text, rank]))
  return Int32Array.from(texts, (text) => (text === '' ? ABSENT : ranks.get(text)!))
}
