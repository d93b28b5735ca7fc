import type { Check } from './check.ts'
import { finding } from './finding.ts'

/** 空白栏目: a column without a single item. Not said while the list may still be loading. */
export const blankColumnCheck: Check = {
  id: 'structure/blank-column',
  run(reading, { belonging }) {
    if (reading.kind !== 'column' || reading.listState !== 'blank') return []
    const says = reading.blankWords ?? ''
    return [
      finding({
        check: 'structure/blank-column',
        variant: says ? 'says' : 'silent',
        indicator: 'W-V4.3',
        severity: 'general',
        params: { name: belonging.column?.name ?? reading.columnName ?? '', words: says },
        evidence: says || reading.columnName || '',
        anchor: reading.blankAnchor ?? null,
        confidence: says ? 0.95 : 0.75,
      }),
    ]
  },
}
