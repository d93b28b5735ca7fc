import css from '../../../assets/styles/ledger.css?inline'
import type { ComponentChildren } from 'preact'
import { LedgerShell, type LedgerTab } from '../../../components/ledger/LedgerShell.tsx'
import { SectionSheet } from '../../../components/ledger/SectionSheet.tsx'
import { OverviewView, type OverviewViewProps } from '../../../components/ledger/overview/OverviewView.tsx'
import { ReadingLogView, type ReadingLogViewProps } from '../../../components/ledger/readinglog/ReadingLogView.tsx'
import { RoundsView, type RoundsViewProps } from '../../../components/ledger/rounds/RoundsView.tsx'
import { DUTY, FACTS, OVERVIEW, QUARTER, ROUND_ROWS, SPAN, VISITS, WEEK } from '../round-samples.ts'
import { TODAY } from '../samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const shell = (tab: LedgerTab, what: () => ComponentChildren): Show =>
  inPage(css, () => <LedgerShell tab={tab} onTab={tell('tab')} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>{what()}</LedgerShell>)

const sheet = (section: 'rounds' | 'log', what: () => ComponentChildren): Show => shell('rounds', () => <SectionSheet tab="rounds" section={section} onSection={tell('section')}>{what()}</SectionSheet>)

const rounds = (change: Partial<RoundsViewProps> = {}): Show =>
  sheet('rounds', () => (
    <RoundsView
      rows={ROUND_ROWS} facts={FACTS} current={{ week: WEEK.id, quarter: QUARTER.id }} place={{ route: null, logPaused: false }} busy={false}
      onRound={tell('round')} onSave={tell('save')} onAdd={tell('add')} onClose={tell('close')} onReset={tell('reset')} onStart={tell('start')} onStep={tell('step')} onOpen={tell('open')} onRoster={tell('roster')}
      {...change}
    />
  ))

const log = (change: Partial<ReadingLogViewProps> = {}): Show =>
  sheet('log', () => (
    <ReadingLogView
      duty={DUTY} thisMonth="2026-11" today={TODAY} chosen="2026-11-10" visits={VISITS} paused={false} reader="王小青" units={[{ id: 'u1', name: '青禾县教育和体育局', aliases: [] }]}
      onMonth={tell('month')} onPause={tell('pause')} onChoose={tell('choose')} onAddVisit={tell('add')} onNoteDay={tell('note-day')} onNote={tell('note')} onRemove={tell('remove')} onOpen={tell('open')} onExport={tell('export')} onExportCsv={tell('csv')}
      {...change}
    />
  ))

const overview = (change: Partial<OverviewViewProps> = {}): Show =>
  shell('overview', () => <OverviewView overview={OVERVIEW} onIssues={tell('issues')} onRoster={tell('roster')} onColumns={tell('columns')} onAccounts={tell('accounts')} {...change} />)

const clicked = (show: Show, selector: string): Show => (app) => {
  show(app)
  setTimeout(() => app.querySelector<HTMLElement>(selector)?.click())
}

const route = { at: 11, total: 238, paused: false, stop: { columnId: 'c1', name: '重大决策预公开征求意见及结果反馈', unitName: '青禾县农业农村局', url: 'http://www.qinghe.gov.cn/c1/' } }
const NO_DAYS = DUTY.days.map((day) => ({ ...day, morning: 0, afternoon: 0, pages: 0, dwell: 0, missing: [], note: '', state: day.day > TODAY ? ('ahead' as const) : ('before' as const) }))

export const ROUNDS: Record<string, Show> = {
  'rounds-full': rounds(),
  'rounds-route': rounds({ place: { route, logPaused: true } }),
  'rounds-paused': rounds({ place: { route: { ...route, paused: true }, logPaused: false } }),
  'rounds-form': clicked(rounds(), '.sheet-head > .button'),
  'rounds-span': rounds({ facts: { ...FACTS, round: SPAN, current: false, coverage: { known: 238, read: 238, unread: [] } } }),
  'rounds-empty': rounds({ facts: { ...FACTS, pages: 0, visits: 0, dwell: 0, days: 0, readers: [], found: 0, closed: 0, coverage: null } }),
  'rounds-counting': rounds({ facts: null }),
  'readinglog-full': log(),
  'readinglog-paused': log({ paused: true, chosen: '2026-11-12', visits: [] }),
  'readinglog-form': clicked(log(), '.sheet-head > .button:last-child'),
  'readinglog-empty': log({ duty: { ...DUTY, asked: 0, done: 0, days: NO_DAYS }, chosen: TODAY, visits: [] }),
  'overview-full': overview(),
  'overview-empty': overview({ overview: { ...OVERVIEW, total: 0, open: 0, columns: null, accounts: null } }),
  'overview-no-roster': overview({ overview: { ...OVERVIEW, open: 0, overdue: 0, dueThisWeek: 0, closedDue: 0, kinds: [], units: [], weeks: OVERVIEW.weeks.map((one) => ({ ...one, found: 0, closed: 0, standing: 0 })), columns: null, accounts: null } }),
  'overview-counting': overview({ overview: null }),
}
