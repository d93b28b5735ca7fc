import type { Detector, Hit } from '../types.ts'
import { matches } from '../matches.ts'

// GBK read as UTF-8 (锟斤拷, 烫烫烫), UTF-8 read as GBK (every second or so character a rare one) or Latin-1 (æ–‡, ä¸­), replacement and private-use characters.
const PATTERNS = /锟斤拷|(?:烫){3,}|(?:屯){4,}|\ufffd+|(?:[ÃÂâäåæçèéêëìíîïð][\u0080-\u00bf–—˜™š›œžŸ€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•]{1,2}){2,}|(?:[鐨鍏鍙鍥鍦鍒鍔鍓鍗鍚鍜鍛勫叧庡嵃鏂鏄鏈鏉鏃鏅鏁鎴鎵鎻鎬涓浜浠浣缁缃缂绔绋璇璁闂闃杩锛銆鐢鐜鐪綍噺鑳鑰][㐀-鿿€]?){3,}/gu
const PRIVATE = /[\ue000-\uf8ff]{2,}/gu

/** Text that was decoded with the wrong character set. */
export const mojibake: Detector = (text, about) => {
  const hits: Hit[] = []
  for (const match of matches(PATTERNS, text)) hits.push({ start: match.index, end: match.index + match[0].length, right: null })
  // Private-use characters are icon fonts' in navigation; in running text they are lost characters.
  if (about.role === 'body' || about.role === 'title' || about.role === 'reply') {
    for (const match of matches(PRIVATE, text)) hits.push({ start: match.index, end: match.index + match[0].length, right: null, confidence: 0.6 })
  }
  return hits.sort((a, b) => a.start - b.start)
}
