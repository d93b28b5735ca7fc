import { takeReply, undoEvent } from '../../../ledger/change.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { ReplyLine, ReplyProblem } from '../../../lists/reply/reply.ts'
import { ReplyRefused } from '../../../lists/refusals.ts'
import type { Phrase } from '../../../types/phrase.ts'
import type { IssueEvent } from '../../../types/issue.ts'

/** A returned list that was read and not yet taken. */
export interface ReplyPlan {
  fileName: string
  lines: ReplyLine[]
  /** Known issues whose row has nothing filled in. */
  blank: number
  problems: ReplyProblem[]
  /** Lines that say what the ledger already knows. */
  known: number
}

/** Taking a 200-megabyte file into memory to find that it is no list helps nobody. */
const LARGEST = 50 * 1024 * 1024

/** 回收: reads a list that a unit sent back, for a preview; nothing is changed. @throws ReplyRefused */
export async function planReply(ledger: Ledger, file: File): Promise<ReplyPlan> {
  if (file.size > LARGEST) throw new ReplyRefused('too-large', { limit: LARGEST / 1024 / 1024 })
  const { readReply } = await import('../../../lists/reply/reply.ts')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const issues = await ledger.db.issues.filter(({ deletedAt }) => deletedAt === null).toArray()
  const { lines, blank, problems } = await readReply(bytes, issues)
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const fresh = lines.filter((line) => {
    const old = byId.get(line.issueId)?.reply
    return !old || line.to !== null || old.measures !== line.measures || old.state !== line.state || old.fixedOn !== line.fixedOn || old.person !== line.person
  })
  return { fileName: file.name, lines: fresh, blank, problems, known: lines.length - fresh.length }
}

/** Takes the chosen lines: what the unit wrote, and the step it reports, with history. Answers with what undoes it. */
export async function takeReplies(ledger: Ledger, lines: readonly ReplyLine[]): Promise<{ says: Phrase; undo: () => Promise<null> }> {
  const events: string[] = []
  for (const { issueId, measures, state, fixedOn, person, to } of lines) {
    await takeReply(ledger, issueId, { measures, state, fixedOn, person }, to)
    const newest = await newestReply(ledger, issueId)
    if (newest) events.push(newest.id)
  }
  return {
    says: { key: 'export.reply.taken', params: { count: lines.length, fixed: lines.filter(({ to }) => to === 'fixed').length } },
    undo: async () => {
      for (const id of events) await undoEvent(ledger, id)
      return null
    },
  }
}

async function newestReply({ db }: Ledger, issueId: string): Promise<IssueEvent | undefined> {
  const events = await db.events.where('issueId').equals(issueId).filter(({ kind }) => kind === 'reply').sortBy('id')
  return events[events.length - 1]
}
