import { openPage } from '../../browser/tabs.ts'
import { report } from '../../errors.ts'
import { deleteIssue, editIssue, restoreIssue, setStatus, type Edit } from '../../ledger/change.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { live } from '../../ledger/live.ts'
import { historyOf, standingIssues } from '../../ledger/query.ts'
import type { Issue, IssueEvent, Outline, Status } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'

type Tell<T> = (value: T) => void

/** A stored screenshot ready to be shown. */
interface Picture {
  hash: string
  takenAt: string
  src: string
  width: number
  height: number
  outlines: Outline[]
}

/** One issue and, where it is 疑似重复, the first of the same problem; null for one that is not there or deleted. */
export interface OneIssueView {
  issue: Issue | null
  duplicate: Pick<Issue, 'id' | 'number'> | null
}

/** What the ledger page sees of issues and does with one. */
export function issuesDesk(ledger: Ledger) {
  const { db } = ledger
  return {
    issues: (tell: Tell<Issue[]>) => live(() => standingIssues(db), tell, report),
    issue: (id: string, tell: Tell<OneIssueView>) => live(() => oneIssue(db, id), tell, report),
    history: (id: string, tell: Tell<IssueEvent[]>) => live(() => historyOf(db, id), tell, report),
    shots: (issue: Issue, tell: Tell<Picture[]>) => showShots(db, issue, tell),
    edit: async (id: string, changes: Edit): Promise<Phrase> => {
      const unit = changes.unitId ? await db.units.get(changes.unitId) : undefined
      await editIssue(ledger, id, changes.unitId === undefined ? changes : { ...changes, unitName: unit?.name ?? '' })
      return { key: 'app.saved' }
    },
    setStatus: async (issue: Issue, status: Status, reason: string): Promise<Phrase> => {
      await setStatus(ledger, issue.id, status, reason)
      return { key: 'app.status-set', params: { number: issue.number } }
    },
    remove: async (issue: Issue): Promise<Phrase> => {
      await deleteIssue(ledger, issue.id)
      return { key: 'app.deleted', params: { number: issue.number } }
    },
    restore: async (issue: Issue): Promise<null> => {
      await restoreIssue(ledger, issue.id)
      return null
    },
    openPage: async (url: string): Promise<null> => {
      await openPage(url)
      return null
    },
  }
}

async function oneIssue(db: LedgerDb, id: string): Promise<OneIssueView> {
  const issue = await db.issues.get(id)
  if (!issue || issue.deletedAt !== null) return { issue: null, duplicate: null }
  const first = issue.duplicateOf === null ? undefined : await db.issues.get(issue.duplicateOf)
  return { issue, duplicate: first && first.deletedAt === null ? { id: first.id, number: first.number } : null }
}

/** Pictures as addresses that only this page can open; given back when no longer shown. */
function showShots(db: LedgerDb, issue: Issue, tell: Tell<Picture[]>): () => void {
  const urls: string[] = []
  const load = async () => {
    const shots = await db.shots.bulkGet(issue.shots.map(({ hash }) => hash))
    return issue.shots.flatMap(({ hash, takenAt, outlines }, at) => {
      const shot = shots[at]
      if (!shot) return []
      const src = URL.createObjectURL(shot.image)
      urls.push(src)
      return [{ hash, takenAt, src, width: shot.width, height: shot.height, outlines }]
    })
  }
  load().then(tell, report)
  return () => urls.forEach((url) => URL.revokeObjectURL(url))
}
