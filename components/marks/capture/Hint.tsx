import { t } from '../../../utils/locale.ts'
import type { Box } from '../../../utils/types/record.ts'

/** Height of the hint with its distance to the edge, in CSS pixels. */
const ROOM = 90

export interface HintProps {
  /** What to do, in a sentence. */
  says: string
  /** Why the last try came to nothing. */
  problem: string
  number: number | string | null
  reads?: boolean
  /** What is chosen, so that the hint stands beside it where there is room. */
  box: Box | null
}

/** What is being done, for which issue, and the keys. */
export function Hint({ says, problem, number, reads = false, box }: HintProps) {
  const isLow = box !== null && box.y < ROOM && box.y + box.height < window.innerHeight - ROOM - 40
  return (
    <div class={isLow ? 'capture-hint capture-hint-low' : 'capture-hint'} role="status">
      <b>{reads ? t('capture.forReading') : number === null ? t('capture.forNew') : t('capture.forIssue', { number })}</b>
      {problem && <span class="capture-problem">{problem}</span>}
      <span>{says}</span>
    </div>
  )
}
