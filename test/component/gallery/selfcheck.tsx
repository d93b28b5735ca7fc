import css from '../../../assets/styles/ledger.css?inline'
import { AccountsView, type AccountsViewProps } from '../../../components/ledger/accounts/AccountsView.tsx'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { SectionSheet } from '../../../components/ledger/SectionSheet.tsx'
import { SelfCheckView, type SelfCheckViewProps } from '../../../components/ledger/selfcheck/SelfCheckView.tsx'
import type { ComponentChildren } from 'preact'
import { ACCOUNT_ROWS, SELF_CHECK, WEEKS_READ } from '../self-check-samples.ts'
import { TODAY } from '../samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const page = (section: 'sites' | 'accounts', what: () => ComponentChildren): Show =>
  inPage(css, () => (
    <LedgerShell tab="selfcheck" onTab={tell('tab')} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>
      <SectionSheet tab="selfcheck" section={section} onSection={tell('section')}>{what()}</SectionSheet>
    </LedgerShell>
  ))

const sites = (change: Partial<SelfCheckViewProps> = {}): Show =>
  page('sites', () => (
    <SelfCheckView
      state={SELF_CHECK}
      counting={false}
      chosen={null}
      kind="week"
      round={{ from: '2026-W47', to: '2026-W47' }}
      weeks={WEEKS_READ}
      onSite={tell('site')}
      onKind={tell('kind')}
      onRound={tell('round')}
      onTick={tell('tick')}
      onOpen={tell('open')}
      onExport={tell('export')}
      {...change}
    />
  ))

const accounts = (change: Partial<AccountsViewProps> = {}): Show =>
  page('accounts', () => (
    <AccountsView
      rows={ACCOUNT_ROWS}
      today={TODAY}
      units={['青禾县教育和体育局', '青禾县卫生健康局']}
      preview={null}
      onSave={tell('save')}
      onRemove={tell('remove')}
      onRead={tell('read')}
      onImport={tell('import')}
      onCancelImport={tell('cancel')}
      onExport={tell('export')}
      onCsv={tell('csv')}
      {...change}
    />
  ))

/** After it was drawn, clicks the button with this place among all of the page. */
const clicked = (show: Show, selector: string): Show => (app) => {
  show(app)
  setTimeout(() => app.querySelector<HTMLElement>(selector)?.click())
}

export const SELFCHECK: Record<string, Show> = {
  'selfcheck-full': sites(),
  'selfcheck-another': sites({ counting: true }),
  'selfcheck-weeks': sites({ kind: 'weeks', round: { from: '2026-W46', to: '2026-W47' } }),
  'selfcheck-unread': sites({ state: { ...SELF_CHECK, summary: { ...SELF_CHECK.summary, pages: 0, columns: 0, readAt: '', counters: SELF_CHECK.summary.counters.map((one) => ({ ...one, count: 0, state: 'none', items: [], suspected: [], unread: true })) }, coverage: null } }),
  'selfcheck-empty': sites({ state: null, weeks: WEEKS_READ.map((one) => ({ ...one, count: 0 })) }),
  'selfcheck-counting': sites({ state: undefined }),
  'selfcheck-no-week': sites({ state: null }),
  'accounts-full': accounts(),
  'accounts-empty': accounts({ rows: [] }),
  'accounts-form': clicked(accounts(), '.sheet-head .button-main'),
  'accounts-import': clicked(
    accounts({ preview: { rows: 3, added: 1, changed: 1, unchanged: 1, problems: [{ line: 4, says: { key: 'roster.problem.bad-platform', params: { line: 4, value: '知乎' } } }] } }),
    '.sheet-head .button-main + .button',
  ),
  'accounts-problem': accounts({ problem: { key: 'roster.refused.spreadsheet' } }),
}
