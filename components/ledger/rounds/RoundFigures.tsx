import { t } from '../../../utils/locale.ts'
import type { RoundFacts } from '../../../utils/types/round-facts.ts'
import { count } from '../../shared/format.ts'
import { duration, percent } from './names.ts'

/** What was done in the round, in five figures. */
export function RoundFigures({ facts }: { facts: RoundFacts }) {
  const { coverage } = facts
  const covered = coverage && percent(coverage.read, coverage.known)
  return (
    <dl class="tiles">
      <Tile name={t('rounds.figure.pages')} value={count(facts.pages)} more={t('rounds.figure.pagesMore', { visits: count(facts.visits), days: facts.days })} />
      <Tile name={t('rounds.figure.dwell')} value={duration(facts.dwell)} more={t('rounds.figure.dwellMore')} />
      <Tile name={t('rounds.figure.found')} value={count(facts.found)} more={t('rounds.figure.foundMore')} />
      <Tile name={t('rounds.figure.closed')} value={count(facts.closed)} more={t('rounds.figure.closedMore')} />
      <div class="tile">
        <dt>{t('rounds.figure.coverage')}</dt>
        <dd class="tile-value">{covered === null ? '—' : `${covered} %`}</dd>
        <dd class="tile-more">
          {coverage ? t('rounds.figure.coverageMore', { read: count(coverage.read), known: count(coverage.known) }) : t('rounds.figure.noRoster')}
          {coverage && <progress class="progress" aria-label={t('rounds.figure.coverage')} max={Math.max(1, coverage.known)} value={coverage.read} />}
        </dd>
      </div>
    </dl>
  )
}

function Tile(props: { name: string; value: string; more: string }) {
  return (
    <div class="tile">
      <dt>{props.name}</dt>
      <dd class="tile-value">{props.value}</dd>
      <dd class="tile-more">{props.more}</dd>
    </div>
  )
}
