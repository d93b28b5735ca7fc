import type { CheckContext } from '../checks/check.ts'
import type { TextBlock } from '../types/reading.ts'

const REPEATED: ReadonlySet<TextBlock['role']> = new Set(['navigation', 'footer'])
/** Past so many places the oldest are forgotten, and may be told once more. */
const MOST = 5000

/**
 * What stands in navigation and footer stands on every page of a site: it is told on the page that showed it first, and not again
 * on the others. Remembered while the background lives, so at worst told once more.
 */
export function oncePerSite(checkText: CheckContext['checkText']): CheckContext['checkText'] {
  const told = new Map<string, string>()
  return (block, reading) => {
    const found = checkText(block, reading)
    if (found.length === 0 || !REPEATED.has(block.role)) return found
    return found.filter(({ rule, quote }) => {
      const key = `${new URL(reading.url).host}\u0000${rule}\u0000${quote}`
      const first = told.get(key)
      if (first !== undefined) return first === reading.url
      if (told.size >= MOST) told.delete(told.keys().next().value!)
      told.set(key, reading.url)
      return true
    })
  }
}
