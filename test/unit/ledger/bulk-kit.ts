import type { Issue } from '../../../utils/types/issue.ts'
import { newIssue } from './kit.ts'

/** Issues as they stand in the ledger, numbered from 1; a test names only what it is about. */
export function bulkOf(count: number, change: (n: number) => Partial<Issue> = () => ({})): Issue[] {
  return Array.from({ length: count }, (_, at) => issueNumbered(at + 1, change(at + 1)))
}

export function issueNumbered(n: number, change: Partial<Issue> = {}): Issue {
  return {
    ...newIssue(), id: `01BULK${String(n).padStart(5, '0')}`, number: n, status: 'open', shots: [], foundAt: '2026-11-18T02:00:00.000Z', foundBy: '王小青', note: '',
    reply: null, recheck: null, rebounds: 0, fixedOn: null, fingerprint: `f${n}`, duplicateOf: null, deletedAt: null, updatedAt: '2026-11-18T02:00:00.000Z', ...change,
  }
}
