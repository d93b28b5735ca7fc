import type { Hit, PageDetector } from '../types.ts'

/** A paragraph of at least so many characters that stands twice in a row was pasted twice. */
const LEAST = 30

/** The same paragraph twice, one right after the other. */
export const doubledBlock: PageDetector = (blocks) => {
  const found = new Map<number, Hit[]>()
  let before = ''
  for (const block of blocks) {
    if (block.role !== 'body' && block.role !== 'reply') continue
    const text = block.text.trim()
    if (text === '') continue
    if (text.length >= LEAST && text === before) {
      const start = block.text.indexOf(text)
      found.set(block.id, [{ start, end: start + text.length, right: null }])
    }
    before = text
  }
  return found
}
