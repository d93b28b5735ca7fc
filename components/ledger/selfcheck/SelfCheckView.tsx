import { t } from '../../../utils/locale.ts'
import type { HandTick } from '../../../utils/types/round.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count, minuteOf } from '../../shared/format.ts'
import { RoundChoice, type Round, type RoundKind } from './RoundChoice.tsx'
import type { RoundWeek, SelfCheckState } from './self-check.ts'
import { SelfCheckTable } from './SelfCheckTable.tsx'
import { UnreadColumns } from './UnreadColumns.tsx'
import { VetoCounters } from './VetoCounters.tsx'

export interface SelfCheckViewProps {
  /** null: no site is known; undefined: still being counted. */
  state: SelfCheckState | null | undefined
  /** Another site or round was chosen and is being counted: `state` is still the last one's, and nothing of it may be ticked. */
  counting: boolean
  /** The site that was chosen; null where none was yet. */
  chosen: string | null
  kind: RoundKind
  round: Round
  /** Weeks with readings, and this week, the newest first. */
  weeks: readonly RoundWeek[]
  onSite: (key: string) => void
  onKind: (kind: RoundKind) => void
  onRound: (round: Round) => void
  onTick: (indicator: string, change: Partial<HandTick>) => void
  onOpen: (url: string) => void
  onExport: () => void
}

/** 网站自查: site and round, how near each veto is, what was not read, and the table of indicators. */
export function SelfCheckView(props: SelfCheckViewProps) {
  const { state } = props
  if (state === undefined) return <Counting />
  // Nothing was ever read, and no roster says what there is to read.
  if (state === null && props.weeks.every((one) => one.count === 0)) return <EmptyState title={t('selfcheck.empty.title')} says={t('selfcheck.empty.says')} />
  return (
    <>
      <header class="sheet-head">
        {state && (
          <label class="label check-site">
            {t('selfcheck.site')}
            <select class="field" value={props.chosen ?? state.site.key} onChange={(event) => props.onSite(event.currentTarget.value)}>
              {state.sites.map((one) => <option key={one.key} value={one.key}>{t('selfcheck.siteChoice', { name: one.name, count: count(one.pages) })}</option>)}
            </select>
          </label>
        )}
        <RoundChoice kind={props.kind} round={props.round} weeks={props.weeks} onKind={props.onKind} onRound={props.onRound} />
        {state && <button type="button" class="button button-main" disabled={props.counting} onClick={props.onExport}>{t('selfcheck.export')}</button>}
      </header>
      <Shown {...props} state={state} />
    </>
  )
}

function Shown({ state, ...props }: SelfCheckViewProps & { state: SelfCheckState | null }) {
  if (props.counting) return <Counting />
  return state ? <Found {...props} state={state} /> : <p class="note" role="status">{t('selfcheck.nothingRead')}</p>
}

function Counting() {
  return <p class="sheet-busy" role="status">{t('selfcheck.loading')}</p>
}

function Found(props: SelfCheckViewProps & { state: SelfCheckState }) {
  const { summary, rows, coverage } = props.state
  const nameOf = (indicator: string): string => rows.find((row) => row.indicator === indicator)?.name ?? indicator
  const read = { pages: count(summary.pages), columns: count(summary.columns), at: minuteOf(summary.readAt) }
  return (
    <>
      <p class="box" role="status">{summary.pages > 0 ? t('selfcheck.read', read) : t('selfcheck.nothingRead')}</p>
      <section class="check-part" aria-labelledby="check-counters">
        <h2 id="check-counters">{t('selfcheck.counters')}</h2>
        <p class="box-more">{t('selfcheck.countersSays')}</p>
        <VetoCounters counters={summary.counters} nameOf={nameOf} onOpen={props.onOpen} />
        <UnreadColumns coverage={coverage} onOpen={props.onOpen} />
      </section>
      <section class="check-part" aria-labelledby="check-table">
        <h2 id="check-table">{t('selfcheck.table')}</h2>
        <SelfCheckTable rows={rows} onTick={props.onTick} onOpen={props.onOpen} />
      </section>
    </>
  )
}
