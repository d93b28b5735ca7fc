import { PlainError } from '../../errors.ts'
import { sameAddress } from '../../ledger/fingerprint.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { follow, takeBack } from '../../ledger/recheck-settle.ts'
import type { In, ToBackground } from '../../messages.ts'
import type { Status } from '../../types/issue.ts'

/**
 * Settles an issue from the page that it was recorded on. A page speaks for its own issues only: what lies elsewhere is refused.
 * @returns where it stood before, to which a way back leads: who asked may have seen it before another step
 */
export async function settlePast(ledger: Ledger, { url, issueId, to, undo, reason }: In<ToBackground, 'past.settle'>): Promise<Status> {
  const issue = await ledger.db.issues.get(issueId)
  if (!issue || issue.deletedAt !== null || sameAddress(issue.url) !== sameAddress(url)) throw new PlainError({ key: 'app.error.issue-gone' })
  if (undo) await takeBack(ledger, issueId, to)
  else await follow(ledger, issue, to, reason)
  return issue.status
}
