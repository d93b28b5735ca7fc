import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { RecheckScope } from '../../../utils/types/recheck.ts'
import type { Round } from '../../../utils/types/round.ts'
import { count } from '../../shared/format.ts'

/** What a person chose to look at again. */
export interface RecheckChoice {
  scope: RecheckScope
  unitId: string
  /** Id of the round; '' for all. */
  roundId: string
}

export interface RecheckStartProps {
  choice: RecheckChoice
  /** How many issues were named from elsewhere (a selection of the list, one issue); 0 where none were. */
  named: number
  units: readonly { id: string; name: string }[]
  rounds: readonly Round[]
  /** Issues of the choice; null while they are counted. */
  issues: number | null
  captureAllowed: boolean
  onChoice: (choice: RecheckChoice) => void
  onStart: (withShots: boolean) => void
}

const SCOPES: readonly RecheckScope[] = ['due', 'open', 'unit', 'closed']

/** Choose what to look at again, see how much that is, start. */
export function RecheckStart(props: RecheckStartProps) {
  const { choice, named, issues, captureAllowed } = props
  const [withShots, setWithShots] = useState(true)
  const scopes: readonly RecheckScope[] = named > 0 ? [named === 1 ? 'one' : 'selection', ...SCOPES] : SCOPES
  return (
    <form
      class="recheck-start box"
      onSubmit={(event) => {
        event.preventDefault()
        props.onStart(withShots && captureAllowed)
      }}
    >
      <fieldset class="recheck-scopes">
        <legend>{t('recheck.scope.title')}</legend>
        {scopes.map((scope) => (
          <label key={scope} class="recheck-scope">
            <input type="radio" name="scope" checked={choice.scope === scope} onChange={() => props.onChoice({ ...choice, scope })} />
            <span>{t(`recheck.scope.${scope}`)}</span>
          </label>
        ))}
      </fieldset>
      {choice.scope === 'unit' && (
        <label class="recheck-field">
          {t('recheck.scope.whichUnit')}
          <select class="field" value={choice.unitId} onChange={(event) => props.onChoice({ ...choice, unitId: event.currentTarget.value })}>
            {props.units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      )}
      {(choice.scope === 'open' || choice.scope === 'closed') && (
        <label class="recheck-field">
          {t('recheck.scope.whichRound')}
          <select class="field" value={choice.roundId} onChange={(event) => props.onChoice({ ...choice, roundId: event.currentTarget.value })}>
            <option value="">{t('recheck.scope.allRounds')}</option>
            {props.rounds.map(({ id, name, from, to }) => <option key={id} value={id}>{name || t('recheck.scope.round', { from, to })}</option>)}
          </select>
        </label>
      )}
      {captureAllowed ? (
        <label class="recheck-shots">
          <input type="checkbox" checked={withShots} onChange={(event) => setWithShots(event.currentTarget.checked)} />
          <span>{t('recheck.shots')}</span>
        </label>
      ) : (
        <p class="box-more">{t('recheck.shotsNotAllowed')}</p>
      )}
      <div class="actions">
        <button type="submit" class="button button-main" disabled={!issues}>{t('recheck.start')}</button>
        <span role="status" class="recheck-count">
          {issues === null ? t('recheck.loading') : issues === 0 ? t('recheck.nothing') : t('recheck.scope.count', { count: count(issues) })}
        </span>
      </div>
    </form>
  )
}
