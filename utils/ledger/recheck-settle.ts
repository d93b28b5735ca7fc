import { PlainError } from '../errors.ts'
import type { Issue, Status } from '../types/issue.ts'
import { setStatus, undoEvent } from './change.ts'
import type { Ledger } from './ledger.ts'
import { NEXT } from './transitions.ts'

/** Steps from one status to another along the life of an issue; the fewest. @throws PlainError where there is no way */
export function stepsTo(from: Status, to: Status): Status[] {
  const ways: Status[][] = [[from]]
  for (const way of ways) {
    const last = way[way.length - 1]!
    if (last === to) return way.slice(1)
    for (const next of NEXT[last]) if (!way.includes(next)) ways.push([...way, next])
  }
  throw new PlainError({ key: 'app.error.bad-step', params: { from, to } })
}

/** Follows a re-check's proposal, each step in the history with its reason. */
export async function follow(ledger: Ledger, issue: Pick<Issue, 'id' | 'status'>, to: Status, reason: string): Promise<void> {
  for (const step of stepsTo(issue.status, to)) await setStatus(ledger, issue.id, step, reason)
}

/** Takes the last steps of status back, until the issue stands where it stood. */
export async function takeBack(ledger: Ledger, issueId: string, was: Status): Promise<void> {
  const steps = (await ledger.db.events.where('issueId').equals(issueId).sortBy('at')).filter(({ kind }) => kind === 'status').reverse()
  for (const { id } of steps) {
    const issue = await ledger.db.issues.get(issueId)
    if (!issue || issue.status === was) return
    await undoEvent(ledger, id)
  }
}
