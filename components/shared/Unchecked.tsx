import { say, t } from '../../utils/locale.ts'
import type { Phrase } from '../../utils/types/phrase.ts'

export interface UncheckedProps {
  unchecked: readonly Phrase[]
}

/** What was not checked and why: 「未发现」 is never 「没有错」. */
export function Unchecked(props: UncheckedProps) {
  if (props.unchecked.length === 0) return null
  return (
    <details class="unchecked">
      <summary>{t('common.unchecked', { count: props.unchecked.length })}</summary>
      <ul>
        {props.unchecked.map((phrase) => <li key={phrase.key + say(phrase)}>{say(phrase)}</li>)}
      </ul>
    </details>
  )
}
