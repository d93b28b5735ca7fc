import { expect, test } from 'vitest'
import { milestonesOf } from '../../../utils/lists/life.ts'
import type { Status } from '../../../utils/types/issue.ts'
import { statusEvent } from './make-issue.ts'

const nothing = { fixedAt: null, reviewedBy: '', review: null, closedAt: null }
// Day of November, before, after, by.
type Step = [number, Status, Status, string]
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T02:00:00Z`

test.each<[string, Step[], object]>([
  ['only recorded', [], nothing],
  ['reported as fixed', [[3, 'open', 'fixed', '局']], { fixedAt: at(3) }],
  ['checked and closed', [[3, 'open', 'fixed', '局'], [5, 'fixed', 'closed', '林']], { fixedAt: at(3), reviewedBy: '林', review: 'passed', closedAt: at(5) }],
  ['closed at once', [[5, 'open', 'closed', '林']], { fixedAt: at(5), reviewedBy: '林', review: 'passed', closedAt: at(5) }],
  ['found not fixed', [[3, 'open', 'fixed', '局'], [4, 'fixed', 'open', '林']], { reviewedBy: '林', review: 'failed' }],
  ['fixed the second time', [[3, 'open', 'fixed', '局'], [4, 'fixed', 'open', '林'], [6, 'open', 'fixed', '局']], { fixedAt: at(6) }],
  ['came back after it was closed', [[3, 'open', 'closed', '林'], [9, 'closed', 'open', '何']], { reviewedBy: '何', review: 'failed' }],
  ['need not be fixed', [[3, 'open', 'no-action', '林']], { reviewedBy: '林', review: 'no-action' }],
  ['was a false alarm', [[3, 'doubtful', 'false-alarm', '林']], { reviewedBy: '林', review: 'false-alarm' }],
  ['became doubtful', [[3, 'open', 'doubtful', '林']], nothing],
])('%s', (_, steps, expected) => {
  const events = steps.map(([day, from, to, by]) => statusEvent('i', at(day), from, to, by))
  expect(milestonesOf(events.reverse())).toEqual({ ...nothing, ...expected })
})

test('edits that leave the status alone say nothing', () => {
  const edit = { ...statusEvent('i', at(3), 'open', 'fixed'), kind: 'edited' as const, changes: { note: ['', '甲'] as [unknown, unknown] } }
  expect(milestonesOf([edit])).toEqual(nothing)
})
