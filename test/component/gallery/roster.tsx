import css from '../../../assets/styles/ledger.css?inline'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { SectionSheet } from '../../../components/ledger/SectionSheet.tsx'
import { AliasProposals } from '../../../components/ledger/roster/AliasProposals.tsx'
import { ImportPanel, type ImportPanelProps } from '../../../components/ledger/roster/ImportPanel.tsx'
import { PageImport, type PageImportProps } from '../../../components/ledger/roster/PageImport.tsx'
import { RosterBrowser } from '../../../components/ledger/roster/RosterBrowser.tsx'
import { RosterView, type RosterViewProps } from '../../../components/ledger/roster/RosterView.tsx'
import type { ComponentChildren } from 'preact'
import { CLASS_DAYS, FOUND, OPEN_IMPORT, SOME_ROSTER } from '../roster-samples.ts'
import { UNITS } from '../samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const EMPTY = { units: [], sites: [], columns: [] }

const page = (change: Partial<RosterViewProps>, what: () => ComponentChildren): Show =>
  inPage(css, () => (
    <LedgerShell tab="units" onTab={tell('tab')} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>
      <SectionSheet tab="units" section="roster" onSection={tell('section')}>
        <RosterView roster={SOME_ROSTER} panel={null} step={null} onPanel={tell('panel')} onFile={tell('file')} onTemplate={tell('template')} onExport={tell('export')} onUndo={tell('undo')} {...change}>
          {what}
        </RosterView>
      </SectionSheet>
    </LedgerShell>
  ))

const browser = () => (
  <RosterBrowser roster={SOME_ROSTER} classDays={CLASS_DAYS} belongings={async () => ({ sites: 1, columns: 96, accounts: 3, issues: 12 })} onSave={async () => true} onSet={tell('set')} onMerge={tell('merge')} onRemove={tell('remove')} onUndo={tell('undo')} />
)

const panel = (change: Partial<ImportPanelProps> = {}) => (
  <ImportPanel open={OPEN_IMPORT} busy={null} progress={null} problem={null} onChooseFile={tell('choose')} onPaste={tell('paste')} onTemplate={tell('template')} onTable={tell('table')} onHeader={tell('header')} onLayout={tell('layout')} onSame={tell('same')} onImport={tell('import')} onCancel={tell('cancel')} {...change} />
)

const found = (change: Partial<PageImportProps> = {}) => (
  <PageImport pages={[{ tabId: 1, url: 'http://www.qinghe.gov.cn/' }]} found={FOUND} busy={false} problem={null} units={UNITS} classDays={CLASS_DAYS} onLook={tell('look')} onPage={tell('page')} onOpen={tell('open')} onImport={tell('import')} onCancel={tell('cancel')} {...change} />
)

/** After it was drawn, clicks one after the other. */
const clicked = (show: Show, ...selectors: string[]): Show => (app) => {
  show(app)
  selectors.forEach((selector, n) => setTimeout(() => [...app.querySelectorAll<HTMLElement>(selector)][0]?.click(), 50 * (n + 1)))
}

export const ROSTER: Record<string, Show> = {
  'roster': page({ step: { key: 'rosterdesk.step.import' } }, browser),
  'roster-columns': clicked(page({}, browser), '.roster-kinds button:nth-child(3)'),
  'roster-edit': clicked(page({}, browser), '.roster-kinds button:nth-child(3)', '.table-open'),
  'roster-merge': clicked(page({}, browser), 'tbody tr:nth-child(1) input', 'tbody tr:nth-child(2) input', '.bulk .button'),
  'roster-remove': clicked(page({}, browser), 'tbody tr:nth-child(1) input', '.bulk .button-danger'),
  'roster-alias': page({}, () => <><AliasProposals proposals={[{ name: '县住建局', unitId: 'u3', unitName: '青禾县住房和城乡建设局' }]} onAlias={tell('alias')} />{browser()}</>),
  'roster-import': page({ panel: 'import' }, () => panel({ open: null })),
  'roster-mapping': clicked(page({ panel: 'import' }, () => panel())),
  'roster-unmapped': page({ panel: 'import' }, () => panel({ open: { ...OPEN_IMPORT, preview: null, alike: [], choice: { ...OPEN_IMPORT.choice, layout: { header: 0, places: {}, fillDown: false, site: '' } } } })),
  'roster-importing': page({ panel: 'import' }, () => panel({ busy: 'importing', progress: { done: 8000, total: 20_000 } })),
  'roster-problem': page({ panel: 'import' }, () => panel({ open: null, problem: { key: 'roster.refused.old-excel' } })),
  'roster-page': page({ panel: 'page' }, () => found()),
  'roster-pages': page({ panel: 'page' }, () => found({ found: null })),
  'roster-empty': page({ roster: EMPTY }, () => null),
}
