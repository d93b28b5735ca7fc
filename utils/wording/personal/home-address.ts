import { matches } from '../matches.ts'
import type { Detector, Hit } from '../types.ts'
import { mask } from './mask.ts'

const LABEL = /(?:家庭住址|家庭地址|户籍地址|户籍所在地|现住址|居住地址|本人住址|住址)\s*[：:]?\s*([㐀-鿿\dA-Za-z\-－—·（）()]{6,50})/gu
// 患者李某，住青禾县…: without a label only what leads to one flat.
const LIVES = /(?:家住|现住|住在|(?<=[，。；、])住(?![院建房宿宅户所]))([㐀-鿿\dA-Za-z\-－—·（）()]{6,50})/gu
const FLAT = /室|单元/u
// Below the town or street: a house, a flat, a group, and all that follows of it.
const PART = '[\\dA-Za-z一二三四五六七八九十]{1,6}(?:号楼|号院|栋|幢|单元|室|号|组|楼|房)'
const BELOW = new RegExp(`[\\d一二三四五六七八九十]{1,6}(?:号楼|号院|栋|幢|单元|室|号|组)(?:[之附\\-－—]?${PART}){0,6}(?:之[\\d一二三]{1,2}|[\\-－—]\\d{1,4})?`, 'u')

/** 家庭住址 given to the house or the flat; to the town or street is right (去标识化). */
export const homeAddress: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(LABEL, text)) {
    const address = match[1]!
    const hit = addressHit(text, match.index + match[0].length - address.length, address)
    if (hit) hits.push(hit)
  }
  for (const match of matches(LIVES, text)) {
    const address = match[1]!
    const hit = addressHit(text, match.index + match[0].length - address.length, address)
    if (hit && FLAT.test(text.slice(hit.start, hit.end)) && !hits.some(({ start, end }) => start < hit.end && hit.start < end)) hits.push(hit)
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** The place of an address that goes below town or street; null where it does not, or is masked already. */
export function addressHit(text: string, start: number, address: string): Hit | null {
  const below = BELOW.exec(address)
  if (!below || address.includes('*')) return null
  const end = start + below.index + below[0].length
  const words = text.slice(start, end)
  const keep = /^.*?(?:街道|镇|乡|社区|村|路|街)/u.exec(words)?.[0].length ?? Math.min(6, words.length)
  return { start, end, right: null, masked: mask(words, keep, 0) }
}
