import { FindingActions, type FindingActionsProps } from './FindingActions.tsx'
import { FindingText } from './FindingText.tsx'

/** One finding in a list. */
export function FindingItem(props: FindingActionsProps) {
  return (
    <li class="finding">
      <FindingText finding={props.finding} />
      <FindingActions {...props} />
    </li>
  )
}
