import type { Detector, Hit } from '../types.ts'
import { matches } from '../matches.ts'

// GBK read as UTF-8 (锟斤拷, 烫烫烫), UTF-8 read as GBK or Latin-1 (æ–‡, ä¸­), replacement and private-use characters.
const PATTERNS = /锟斤拷|(?:烫){3,}|(?:屯){4,}|\ufffd+|(?:[ÃÂâäåæçèéêëìíîïð][\u0080-\u00bf–—˜™š›œžŸ€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•]{1,2}){2,}|(?:鏂|鐨|涓|浜|鎴|鍥|绠|鏈|璇|闂|鑳|缁|鍙|鍦|鏄|浠|锛|銆){2,}/gu
const PRIVATE = /[\ue000-\uf8ff]{2,}/gu

/** Text that was decoded with the wrong character set. */
export const mojibake: Detector = (text, about) => {
  const hits: Hit[] = []
  for (const match of matches(PATTERNS, text)) hits.push({ start: match.index, end: match.index + match[0].length, right: null })
  // Private-use characters are icon fonts' in navigation; in running text they are lost characters.
  if (about.role === 'body' || about.role === 'title') {
    for (const match of matches(PRIVATE, text)) hits.push({ start: match.index, end: match.index + match[0].length, right: null, confidence: 0.6 })
  }
  return hits.sort((a, b) => a.start - b.start)
}
