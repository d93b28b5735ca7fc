import css from '../../../assets/styles/ledger.css?inline'
import { IssueDetail, type IssueDetailProps } from '../../../components/ledger/issues/IssueDetail.tsx'
import { LedgerShell, type LedgerTab } from '../../../components/ledger/LedgerShell.tsx'
import { Welcome } from '../../../components/ledger/Welcome.tsx'
import type { Notice } from '../../../components/shared/Toast.tsx'
import type { ComponentChildren } from 'preact'
import { EVENTS, issue, LONG_TITLE, TODAY, UNITS } from '../samples.ts'
import { List } from './issue-list.tsx'
import { picture } from './picture.ts'
import { inPage, tell, type Show } from './show.tsx'

const shell = (tab: LedgerTab, children: ComponentChildren, notice: Notice | null = null) => (
  <LedgerShell tab={tab} onTab={tell('tab')} notice={notice} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>{children}</LedgerShell>
)

export const SHOT = {
  hash: 'h',
  src: picture(1280, 800),
  width: 1280,
  height: 800,
  takenAt: '2026-11-20T01:35:00Z',
  outlines: [
    { x: 160, y: 300, width: 300, height: 34, label: '第 12 号 严重：表述错误' },
    { x: 900, y: 4, width: 300, height: 40, label: LONG_TITLE },
  ],
}

export const detail = (change: Partial<IssueDetailProps> = {}) => (
  <IssueDetail
    issue={issue(12, { status: 'open' })}
    events={EVENTS}
    shots={[SHOT]}
    units={UNITS}
    today={TODAY}
    transitions={['fixed', 'false-alarm', 'doubtful', 'no-action']}
    duplicate={{ id: 'd', number: 7 }}
    indicators={[{ id: 'W-V4', name: '栏目更新情况' }]}
    twins={[]}
    nextWorkday="2026-11-23"
    deadlineFor={() => '2026-11-23'}
    onEdit={async () => true}
    onNote={tell('note')}
    onCopy={tell('copy')}
    onStatus={tell('status')}
    onDelete={tell('delete')}
    onOpenPage={tell('page')}
    onOpenIssue={tell('issue')}
    onBack={tell('back')}
    onNext={tell('next')}
    {...change}
  />
)

const many = (count: number) => Array.from({ length: count }, (_, n) => issue(n + 1))
const page = (tab: LedgerTab, what: () => ComponentChildren, notice: Notice | null = null): Show => inPage(css, () => shell(tab, what(), notice))
const deleted: Notice = { says: { key: 'sample.deleted', params: { number: 12 } }, action: { label: { key: 'common.undo' }, run: tell('undo') } }

export const LEDGER: Record<string, Show> = {
  'list': page('issues', () => <List issues={many(40)} />),
  'list-50000': page('issues', () => <List issues={many(50_000)} />, deleted),
  'list-filtered': page('issues', () => <List issues={many(120)} view={{ filter: { text: '政俯', status: ['open'], due: ['overdue'], week: ['2026-W47'] } }} />),
  'list-empty': page('issues', () => <List issues={[]} />),
  'list-nomatch': page('issues', () => <List issues={many(120)} view={{ filter: { text: '没有的词' } }} />),
  'list-ticked': page('issues', () => <List issues={many(40)} ticked={5} />),
  'list-grouped': page('issues', () => <List issues={many(40)} view={{ group: 'unit' }} />),
  'list-twins': page('issues', () => <List issues={many(40).map((one, n) => (n % 4 === 3 ? { ...one, duplicateOf: issue(n).id } : one))} view={{ filter: { text: '', flag: ['duplicate'] }, group: 'twin' }} />),
  'list-failed': page('issues', () => <List issues={[]} problem={{ key: 'app.error.unexpected', params: { detail: 'AbortError' } }} />),
  'list-loading': page('issues', () => <List issues={[]} loading />),
  'detail': page('issues', () => detail()),
  'detail-edit': page('issues', () => detail({ focus: 'edit', duplicate: null })),
  'detail-bare': page('issues', () => detail({ shots: [], events: [], transitions: [], issue: issue(4, { quote: '', context: '', suggestion: '', unitName: '', unitId: null }) })),
  'welcome': page('issues', () => <Welcome captureAllowed={false} onAllowCapture={tell('capture')} onStart={tell('start')} />),
  'welcome-allowed': page('issues', () => <Welcome captureAllowed onAllowCapture={tell('capture')} onStart={tell('start')} />),
}
