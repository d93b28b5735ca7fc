import css from '../../../assets/styles/ledger.css?inline'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { RecheckOne } from '../../../components/ledger/recheck/RecheckOne.tsx'
import { RecheckProgress } from '../../../components/ledger/recheck/RecheckProgress.tsx'
import { RecheckResults, type RecheckResultsProps } from '../../../components/ledger/recheck/RecheckResults.tsx'
import { RecheckStart, type RecheckStartProps } from '../../../components/ledger/recheck/RecheckStart.tsx'
import type { RecheckState } from '../../../utils/types/recheck.ts'
import type { ComponentChildren } from 'preact'
import { COUNTS, JOB, ROWS } from '../recheck-samples.ts'
import { UNITS } from '../samples.ts'
import { WEEK } from '../round-samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const sheet = (what: () => ComponentChildren): Show =>
  inPage(css, () => (
    <LedgerShell tab="recheck" onTab={tell('tab')} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>
      <div class="sheet recheck-sheet">{what()}</div>
    </LedgerShell>
  ))

const start = (change: Partial<RecheckStartProps> = {}) =>
  sheet(() => (
    <RecheckStart
      choice={{ scope: 'due', unitId: '', roundId: '' }} named={0} units={UNITS} rounds={[WEEK]} issues={1286} captureAllowed
      onChoice={tell('choice')} onStart={tell('start')} {...change}
    />
  ))

const results = (change: Partial<RecheckResultsProps> = {}) => (
  <RecheckResults
    counts={COUNTS} rows={ROWS} more={1186} chosen={null} closable={ROWS.slice(0, 2).map(({ item }) => item.issueId)} returnable={[ROWS[3]!.item.issueId]}
    onChoose={tell('choose')} onMore={tell('more')} onFollow={tell('follow')} onFollowAll={tell('follow all')} onOpenIssue={tell('issue')} onOpenPage={tell('page')} {...change}
  />
)

const NOTHING = { fixed: 0, standing: 0, changed: 0, unreachable: 0, person: 0 }

const job = (state: RecheckState, done: number, list: ComponentChildren, name = '') =>
  sheet(() => (
    <>
      <RecheckProgress job={{ ...JOB, state, scope: name ? 'unit' : 'due', name }} done={done} onPause={tell('pause')} onResume={tell('resume')} onStop={tell('stop')} onAgain={tell('again')} />
      {list}
    </>
  ))

/** 复查: choosing, at work, paused, its results, and the line in one issue. */
export const RECHECK: Record<string, Show> = {
  'recheck-start': start(),
  'recheck-start-unit': start({ choice: { scope: 'unit', unitId: 'u4', roundId: '' }, named: 12, captureAllowed: false, issues: 0 }),
  'recheck-start-round': start({ choice: { scope: 'open', unitId: '', roundId: WEEK.id }, named: 1, issues: null }),
  'recheck-begun': job('running', 0, results({ counts: NOTHING, rows: [], more: 0, closable: [], returnable: [] })),
  'recheck-running': job('running', 421, results()),
  'recheck-paused': job('paused', 421, results({ chosen: 'unreachable', rows: ROWS.slice(6, 7), more: 0 }), UNITS[3]!.name),
  'recheck-done': job('done', 1286, results({ chosen: 'fixed', rows: ROWS.slice(0, 3) })),
  'recheck-stopped': job('stopped', 421, results({ chosen: 'person', rows: [], more: 0, counts: { ...COUNTS, person: 0 } })),
  'recheck-one': sheet(() => <RecheckOne recheck={ROWS[0]!.item.found} onRecheck={tell('recheck')} />),
  'recheck-one-first': sheet(() => <RecheckOne recheck={null} onRecheck={tell('recheck')} />),
}
