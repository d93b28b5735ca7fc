import { countsOf, type Finding } from '../../types/finding.ts'
import type { AskBackground } from './state.ts'

/** Has the numbers on the toolbar's button follow the findings; asks only where they changed. `shows`: what it shows without being asked. */
export function createBadge(ask: AskBackground): { follow: (findings: readonly Finding[]) => Promise<void>; shows: (findings: readonly Finding[]) => void } {
  let shown = ''
  const shows = (findings: readonly Finding[]) => (shown = JSON.stringify(countsOf(findings)))
  return {
    shows,
    follow: async (findings) => {
      const before = shown
      if (shows(findings) !== before) await ask('badge.show', countsOf(findings))
    },
  }
}
