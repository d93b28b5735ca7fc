import type { IssueEvent, Status } from '../types/issue.ts'

/** What lists say of an issue's life after it was found. Instants are ISO 8601 UTC. */
export interface Milestones {
  /** 整改时间: when it last became 已整改. */
  fixedAt: string | null
  /** 复核人: who last decided on it after it was fixed, or took it off the list. */
  reviewedBy: string
  /** 复核结果. */
  review: 'passed' | 'failed' | 'no-action' | 'false-alarm' | null
  /** 销号时间. */
  closedAt: string | null
}

/** Reads the milestones from the history of one issue, in any order. An issue that was reopened has lost its earlier ones. */
export function milestonesOf(events: readonly IssueEvent[]): Milestones {
  const life: Milestones = { fixedAt: null, reviewedBy: '', review: null, closedAt: null }
  const inOrder = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  const before: Milestones[] = []
  for (const event of inOrder) {
    const change = event.changes['status']
    if (!change) continue
    // A step that was taken back never was.
    if (event.kind === 'undone') Object.assign(life, before.pop())
    else {
      before.push({ ...life })
      follow(life, change[0] as Status, change[1] as Status, event)
    }
  }
  return life
}

function follow(life: Milestones, before: Status, after: Status, event: IssueEvent): void {
  const review = (result: Milestones['review']) => {
    life.review = result
    life.reviewedBy = event.by
  }
  life.closedAt = after === 'closed' ? event.at : null
  if (after === 'fixed') {
    life.fixedAt = event.at
    life.review = null
    life.reviewedBy = ''
  } else if (after === 'closed') {
    // Closed without a word from the unit: the day it was seen to be right is the best known.
    life.fixedAt ??= event.at
    review('passed')
  } else if (after === 'no-action' || after === 'false-alarm') {
    review(after)
  } else if (before === 'fixed' || before === 'closed') {
    life.fixedAt = null
    review('failed')
  }
}
