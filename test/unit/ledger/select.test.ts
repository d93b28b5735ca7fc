import { expect, test } from 'vitest'
import { select } from '../../../utils/ledger/select.ts'
import { NO_FILTER, NO_UNIT } from '../../../utils/types/filter.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import { newIssue } from './kit.ts'

const base = { status: 'open', shots: [], foundBy: '', note: '', reply: null, recheck: null, rebounds: 0, fingerprint: '', duplicateOf: null, deletedAt: null, updatedAt: '' } as const
const issue = (number: number, change: Partial<Issue>): Issue => ({ ...newIssue(), ...base, number, foundAt: '2026-11-18T02:00:00.000Z', ...change, id: String(number), shots: [] })

const issues = [
  issue(1, {}),
  issue(2, { check: 'wording/phrases/fixed', unitId: null, unitName: '' }),
  issue(3, { check: 'wording/phrases/homophone', status: 'fixed', foundAt: '2026-11-10T02:00:00.000Z' }),
  issue(4, { deadline: '2026-11-17', description: '栏目 40 天没有更新' }),
]
const today = '2026-11-18'
const numbers = (filter: Partial<typeof NO_FILTER>) => select(issues, { ...NO_FILTER, ...filter }, today).matching.map(({ number }) => number)

test.each([
  [{}, [1, 2, 3, 4]],
  [{ kind: 'wording/phrases' }, [2, 3]],
  [{ unitId: NO_UNIT }, [2]],
  [{ status: 'fixed' as const }, [3]],
  [{ status: 'overdue' as const }, [4]],
  [{ week: '2026-W46' }, [3]],
  [{ text: '没有更新 40' }, [4]],
  [{ kind: 'wording/phrases', status: 'open' as const }, [2]],
])('%j', (filter, expected) => expect(numbers(filter)).toEqual(expected))

test('each count is what its choice would show, the other filters kept', () => {
  const { counts } = select(issues, { ...NO_FILTER, kind: 'wording/phrases' }, today)
  expect(counts).toMatchObject({ total: 4, matching: 2, statuses: { open: 1, fixed: 1 } })
  expect(Object.fromEntries(counts.kinds.map(({ kind, count }) => [kind, count]))).toEqual({ 'links/dead': 2, 'wording/phrases': 2 })
  expect(counts.weeks.map(({ week, count, from, to }) => [week, count, from, to])).toEqual([
    ['2026-W47', 1, '2026-11-16', '2026-11-22'],
    ['2026-W46', 1, '2026-11-09', '2026-11-15'],
  ])
})
