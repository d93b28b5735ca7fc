import { t } from '../../../utils/locale.ts'

export interface HintProps {
  /** What to do, in a sentence. */
  says: string
  /** Why the last try came to nothing. */
  problem: string
  number: number | null
  reads?: boolean
  /** Where what is chosen is, so that the hint does not stand on it. */
  low: boolean
}

/** What is being done, for which issue, and the keys. */
export function Hint({ says, problem, number, reads = false, low }: HintProps) {
  return (
    <div class={low ? 'capture-hint' : 'capture-hint capture-hint-low'} role="status">
      <b>{reads ? t('capture.forReading') : number === null ? t('capture.forNew') : t('capture.forIssue', { number })}</b>
      {problem && <span class="capture-problem">{problem}</span>}
      <span>{says}</span>
    </div>
  )
}
