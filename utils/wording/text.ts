import { matches } from './matches.ts'
/** True for a Han character of the basic planes' common blocks (U+3400–U+9FFF, compatibility, 〇). */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007
}

/** A text without what no one sees, and the way back to the original offsets. */
export interface Plain {
  text: string
  /** Offset in the original of each unit of `text`, and one more for the end; null where nothing was removed. */
  offsets: Int32Array | null
}

// Zero-width characters, soft hyphen, direction marks, variation selectors and the byte order mark.
const UNSEEN = /\u00ad|[\u200b-\u200f\u2028-\u202e\u2060-\u2064]|\ufeff|\p{Variation_Selector}/u
// Three and more single characters with one space between each, as titles are set.
const SPACED = /(?<![㐀-鿿〇][ \u00a0\u3000])[㐀-鿿〇](?:[ \u00a0\u3000]{1,2}[㐀-鿿〇]){2,}(?![㐀-鿿〇])/gu

/** Removes unseen characters and the spaces of letter-spaced words. */
export function plain(original: string): Plain {
  const spaced = spacedRanges(original)
  if (spaced.length === 0 && !UNSEEN.test(original)) return { text: original, offsets: null }
  const offsets = new Int32Array(original.length + 1)
  let text = ''
  let range = 0
  for (let i = 0; i < original.length; i++) {
    const char = original[i]!
    while (range < spaced.length && spaced[range]![1] <= i) range++
    const inSpaced = range < spaced.length && spaced[range]![0] <= i
    if (UNSEEN.test(char) || (inSpaced && /[ \u00a0\u3000]/.test(char))) continue
    offsets[text.length] = i
    text += char
  }
  offsets[text.length] = original.length
  return { text, offsets: offsets.slice(0, text.length + 1) }
}

function spacedRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  if (!/[ \u00a0\u3000]/.test(text)) return ranges
  for (const match of matches(SPACED, text)) ranges.push([match.index, match.index + match[0].length])
  return ranges
}

/** Back to a range of the original. The end is that of the last character kept, not the start of the next. */
export function original({ offsets }: Plain, start: number, end: number): [number, number] {
  if (offsets === null) return [start, end]
  return [offsets[start]!, end > start ? offsets[end - 1]! + 1 : offsets[start]!]
}

/** Kana, Hangul, Tibetan, Mongolian, Yi, Arabic letters: another language than Chinese. */
const FOREIGN = /[\u3040-\u30ff\uac00-\ud7af\u1100-\u11ff\u0f00-\u0fff\u1800-\u18af\ua000-\ua4cf\u0600-\u06ff]/gu

/** True where so much of the text is written in another script that Chinese rules do not apply. */
export function isForeign(text: string): boolean {
  const foreign = text.match(FOREIGN)?.length ?? 0
  return foreign > 3 && foreign * 5 > text.length
}

const TRADITIONAL = /[國學會為與對說時們來個業發經關機種應產開動務員區縣鄉書記長處辦領導組單資訊電話號碼網頁環護財稅審計農醫藥衛級實際過還進這無現場間問題統劃規則團結黨愛權義責選舉議論設報據標準線總約給終點戰爭價優勢歷華蘭廣東灣臺門傳達觀眾親屬請認識調證講課費貿貴買賣質輸運轉輕較軍車遠連邊邁鐵銀錢錯鍵閱隊陽陰階險雜離難雲靈靜響頂項順須預頭願類顯風飛養館馬駐驗體魚鳥齊齡龍換體]/gu

/** True where a text is written in traditional characters: right there, and unknown to the word model. */
export function isTraditional(text: string): boolean {
  const found = text.match(TRADITIONAL)?.length ?? 0
  return found * (found >= 3 ? 12 : 6) > text.length
}
