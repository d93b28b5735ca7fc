import { matches } from '../matches.ts'
import type { Detector, Hit } from '../types.ts'
import { chineseNumber } from './chinese-number.ts'

/** 一是 … 二是 …; 第一， … 第二， …: words that number the points of one paragraph, where a point begins. */
const WORDS = [
  /(?<=^|[。；：，、\s])([一二三四五六七八九十]{1,2})是(?!非)/gu,
  /(?<=^|[。；：\s])第([一二三四五六七八九十]{1,2})(?=[，、：])(?!、[一二三四五六七八九十])/gu,
]
/** （一） … （二） …; 1． … 2． …: numbers of points that run on in one line. Those that begin lines are `numbering`'s. */
const NUMBERS = [
  /(?<=^|[。；：\s])[（(]([一二三四五六七八九十]{1,2})[）)](?=[㐀-鿿《“])/gu,
  /(?<=^|[。；：\s])[（(](\d{1,2})[）)](?=[㐀-鿿《“])/gu,
  /(?<=^|[。；：\s])(\d{1,2})[.．、](?=[㐀-鿿《“])/gu,
]

/** Points of a paragraph whose numbers jump by one or repeat. Only a row that begins with one is watched. */
export const enumeration: Detector = (text) => {
  const hits = WORDS.flatMap((pattern) => slips(pattern, text))
  let start = 0
  for (const line of text.split('\n')) {
    for (const pattern of NUMBERS) for (const hit of slips(pattern, line)) hits.push({ ...hit, start: start + hit.start, end: start + hit.end })
    start += line.length + 1
  }
  return hits.sort((a, b) => a.start - b.start)
}

function slips(pattern: RegExp, text: string): Hit[] {
  const hits: Hit[] = []
  let last: number | null = null
  for (const match of matches(pattern, text)) {
    const number = chineseNumber(match[1]!) ?? Number(match[1])
    if (number === 1) last = 1
    else if (last !== null && number === last + 1) last = number
    // A jump from the first point may be another sentence's 三是; one far ahead or back is another row.
    else if (last !== null && last >= 2 && (number === last || number === last + 2)) {
      hits.push({ start: match.index, end: match.index + match[0].length, right: null, params: { before: last } })
      last = number
    } else last = null
  }
  return hits
}
