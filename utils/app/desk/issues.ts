import INDICATORS from '../../../assets/indicators.json' with { type: 'json' }
import { copyText } from '../../browser/save.ts'
import { pagesOf } from '../../browser/scripts.ts'
import { openPage, showTab } from '../../browser/tabs.ts'
import { askPage } from '../../browser/transport.ts'
import { addNote, deleteIssue, editIssue, restoreIssue, setStatus, undoEvent, type Edit } from '../../ledger/change.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { deadlineOf, nextWorkingDay, workdayTest } from '../../ledger/deadline.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { historyOf, twinsOf } from '../../ledger/query.ts'
import type { Settings } from '../../ledger/settings.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { Severity } from '../../types/finding.ts'
import { shortNumber, type Issue, type Status } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import { issueText } from '../issue-text.ts'
import { showPlace } from '../show-place.ts'
import { webAddress } from '../web-address.ts'

/** One issue (a deleted one too; null for one that is not there), the first of the same problem where it is 疑似重复, and all others of it. */
export interface OneIssueView {
  /** The id that was asked for. */
  id: string
  issue: Issue | null
  duplicate: { id: string; number: string | number } | null
  twins: Issue[]
}

/** What was done, in words, and how to take it back. */
export interface Done {
  says: Phrase
  undo: () => Promise<Phrase>
}

/** What the ledger page sees of issues and does with one. */
export function issuesDesk(ledger: Ledger) {
  const { db } = ledger
  return {
    issue: (id: string) => watch(() => oneIssue(db, id)),
    history: (id: string) => watch(() => historyOf(db, id)),
    indicators: INDICATORS.indicators.map(({ id, name }) => ({ id, name })),
    /** @throws EditConflict where another window changed the same fields since `base` was seen */
    edit: (id: string, changes: Edit, base?: Issue): Promise<Done> =>
      step(async (own) => {
        const unit = changes.unitId ? await db.units.get(changes.unitId) : undefined
        await editIssue(own, id, unit ? { ...changes, unitName: unit.name } : changes, base)
        return { key: 'app.saved' }
      }),
    addNote: (id: string, text: string): Promise<Done> => step(async (own) => (await addNote(own, id, text), { key: 'app.saved' })),
    setStatus: (issue: Issue, status: Status, reason: string): Promise<Done> =>
      step(async (own) => (await setStatus(own, issue.id, status, reason), { key: 'app.status-set', params: { number: shortNumber(issue) } })),
    remove: async (issue: Issue): Promise<Phrase> => {
      await deleteIssue(ledger, issue.id)
      return { key: 'app.deleted', params: { number: shortNumber(issue) } }
    },
    restore: async (issue: Issue): Promise<Phrase> => {
      await restoreIssue(ledger, issue.id)
      return { key: 'issue.restored', params: { number: shortNumber(issue) } }
    },
    openPage: async (url: string): Promise<null> => {
      await openPage(webAddress(url).href)
      return null
    },
    /** 打开原网页并定位. */
    showPlace: async (issue: Issue): Promise<Phrase> => {
      const shown = await showPlace({ pagesOf, showTab, openPage, askPage, wait, clock: () => performance.now() }, issue)
      return { key: `app.shown.${shown}`, params: { number: shortNumber(issue) } }
    },
    copy: async (issue: Issue): Promise<Phrase> => {
      await copyText(issueText(issue, INDICATORS.indicators.find(({ id }) => id === issue.indicator)?.name ?? null))
      return { key: 'issue.copy.done', params: { number: shortNumber(issue) } }
    },
    nextWorkday: (today: Day, { ownDays }: Settings): Day => nextWorkingDay(today, workdayTest(ownDays)),
    /** What the deadline of an issue would be by the rules as they are now; null for none. */
    deadlineFor: ({ foundAt }: Issue, severity: Severity, { workingDays, ownDays }: Settings): Day | null => {
      const days = workingDays[severity]
      return days === null ? null : deadlineOf(dayInShanghai(foundAt), days, workdayTest(ownDays))
    },
  }

  /** Each step of ours writes one line of history under an id that is known beforehand: by it the step can be taken back. */
  async function step(work: (own: Ledger) => Promise<Phrase>): Promise<Done> {
    const eventId = ledger.newId()
    const says = await work({ ...ledger, newId: () => eventId })
    return { says, undo: async () => (await undoEvent(ledger, eventId), { key: 'app.edit-undone' }) }
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function oneIssue(db: LedgerDb, id: string): Promise<OneIssueView> {
  const issue = await db.issues.get(id)
  if (!issue) return { id, issue: null, duplicate: null, twins: [] }
  const first = issue.duplicateOf === null ? undefined : await db.issues.get(issue.duplicateOf)
  return { id, issue, duplicate: first && first.deletedAt === null ? { id: first.id, number: shortNumber(first) } : null, twins: await twinsOf(db, issue) }
}
