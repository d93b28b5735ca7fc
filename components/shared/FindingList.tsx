import { SEVERITIES, type Finding } from '../../utils/types/finding.ts'
import type { FindingCallbacks } from './FindingActions.tsx'
import { FindingItem } from './FindingItem.tsx'

export interface FindingListProps extends FindingCallbacks {
  findings: readonly Finding[]
  /** Finding id → number of the issue made of it. */
  recorded: Record<string, number | string>
  /** Id of the finding that is being recorded. */
  busy?: string | null
  /** Which recordings can still be taken back here; all where it is left out. */
  undoable?: (issueNumber: number | string) => boolean
  label: string
}

/** Findings, the worst first, in the page's order within a severity. */
export function FindingList(props: FindingListProps) {
  const { findings, recorded, busy, undoable, label, onUndo, ...callbacks } = props
  const sorted = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <ul class="finding-list" aria-label={label}>
      {sorted.map((finding) => {
        const number = recorded[finding.id] ?? null
        const undo = number !== null && undoable && !undoable(number) ? undefined : onUndo
        return <FindingItem key={finding.id} finding={finding} recorded={number} busy={busy === finding.id} onUndo={undo} {...callbacks} />
      })}
    </ul>
  )
}
