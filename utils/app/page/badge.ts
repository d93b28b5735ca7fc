import type { Finding } from '../../types/finding.ts'
import type { AskBackground } from './state.ts'

/** Has the numbers on the toolbar's button follow the findings; asks only where they changed. */
export function createBadge(ask: AskBackground): (findings: readonly Finding[]) => Promise<unknown> {
  let shown = ''
  return async (findings) => {
    const serious = findings.filter(({ severity }) => severity === 'serious').length
    const wanted = `${serious} ${findings.length}`
    if (wanted === shown) return
    shown = wanted
    await ask('badge.show', { serious, others: findings.length - serious })
  }
}
