import { sayInChinese } from '../../locale.ts'
import { shortNumber, type Status } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { PastIssue } from '../../types/recheck.ts'
import type { AskBackground, PageState } from './state.ts'
import type { PageView } from './view.ts'

export interface PastStepsDeps {
  win: Window
  ask: AskBackground
  state: () => PageState
  show: (change: Partial<PageView>) => void
  redraw: () => void
  fail: (error: unknown) => void
}

/** What a person may do with an issue that was found here before. */
export type PastStep = 'fixed' | 'closed' | 'open'

const SAYS: Record<PastStep, string> = { fixed: 'recheck.past.confirmed', closed: 'recheck.past.closed', open: 'recheck.past.sentBack' }

/** For the history: what the page said, Chinese. */
export function reasonOfStep(says: Phrase): string {
  return sayInChinese({ key: 'recheck.past.reason', params: { says: sayInChinese(says) } })
}

/** What is said when it is done. */
export function saysOfStep(step: PastStep): string {
  return SAYS[step]
}

/** 确认已整改, 销号, 退回待整改 with one click in the page, each with a way back. */
export class PastSteps {
  private readonly deps: PastStepsDeps

  constructor(deps: PastStepsDeps) {
    this.deps = deps
  }

  async settle(issue: PastIssue, to: PastStep): Promise<void> {
    const { id, says } = issue
    const reason = reasonOfStep(says)
    await this.trying(async () => {
      // What is shown may be older than what stands.
      const was = await this.move(id, to, false, reason)
      const run = () => void this.trying(async () => {
        await this.move(id, was as 'open' | 'fixed' | 'doubtful', true, reason)
        this.deps.show({ notice: null })
      })
      this.deps.show({ notice: { says: { key: saysOfStep(to), params: { number: shortNumber(issue) } }, tone: 'done', action: { label: { key: 'app.undo' }, run } } })
    })
  }

  private async move(issueId: string, to: PastStep | 'doubtful', undo: boolean, reason: string): Promise<Status> {
    const was = await this.deps.ask('past.settle', { url: this.deps.win.location.href, issueId, to, undo, reason })
    const issue = this.deps.state().verdict?.past.find(({ id }) => id === issueId)
    if (issue) issue.status = to satisfies Status
    this.deps.redraw()
    return was
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.deps.fail(error)
    }
  }
}
