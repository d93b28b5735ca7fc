import css from '../../../assets/styles/ledger.css?inline'
import { BulletinBox } from '../../../components/ledger/export/BulletinBox.tsx'
import { ExportView, type ExportViewProps } from '../../../components/ledger/export/ExportView.tsx'
import { NoticeEditor } from '../../../components/ledger/export/NoticeEditor.tsx'
import { OtherTables } from '../../../components/ledger/export/OtherTables.tsx'
import { ProfileEditor } from '../../../components/ledger/export/ProfileEditor.tsx'
import { ReplyBox, type ReplyPreview } from '../../../components/ledger/export/ReplyBox.tsx'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { DEFAULT_CONTENT } from '../../../utils/types/export.ts'
import type { ComponentChildren } from 'preact'
import { LONG_TITLE, TODAY, UNITS } from '../samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const REPLY: ReplyPreview = {
  fileName: '青禾县教育和体育局-问题清单（回复）.xlsx', blank: 3, known: 1,
  lines: [
    { issueId: 'a', number: 12, measures: '已更新栏目，并安排专人每周检查。', fixedOn: '2026-11-19', person: '王禾', says: { key: 'lists.reply.change.fixed', params: { number: 12 } } },
    { issueId: 'b', number: 15, measures: LONG_TITLE.repeat(3), fixedOn: null, person: '', says: { key: 'lists.reply.change.disputed', params: { number: 15 } } },
  ],
  problems: [{ row: 9, says: { key: 'lists.reply.problem.no-id', params: { row: 9 } } }],
}

const others = (plan: ReplyPreview | null) => (
  <>
    <ReplyBox plan={plan} problem={null} reading={false} onFile={tell('file')} onTake={tell('take')} onCancel={tell('cancel')} />
    <BulletinBox quarters={[{ year: 2026, quarter: 4 }, { year: 2026, quarter: 3 }]} area="青禾县" signer="" busy={false} onNames={tell('names')} onExport={tell('bulletin')} />
    <OtherTables onOpen={tell('open')} />
  </>
)

const exporting = (change: Partial<ExportViewProps> = {}, plan: ReplyPreview | null = null) => (
  <ExportView
    today={TODAY}
    scope={{ from: '2026-11-16', to: '2026-11-22', what: 'found', units: null }}
    content={DEFAULT_CONTENT}
    profiles={['市局上报格式']}
    profile=""
    preview={{
      units: [...UNITS.map((unit, n) => ({ key: unit.id, name: unit.name, issues: 12 - n, shots: 11 - n, serious: n, withoutDeadline: 0, personal: n === 1 ? 2 : 0 })), { key: '', name: '未定单位', issues: 3, shots: 0, serious: 0, withoutDeadline: 1, personal: 0 }],
      issues: 37, shots: 34, withoutUnit: 3, withoutDeadline: 1, personal: 2, bytes: { marked: 12_400_000, originals: 12_400_000, thumbnails: 900_000, none: 60_000 },
    }}
    empty={false}
    folderName={null}
    progress={null}
    onScope={tell('scope')}
    onContent={tell('content')}
    onProfile={tell('profile')}
    onEditProfile={tell('edit profile')}
    onEditNotice={tell('edit notice')}
    onExportWeek={tell('week')}
    onExportUnits={tell('units')}
    onExportFolder={tell('folder')}
    onDocument={tell('document')}
    onCancel={tell('cancel')}
    onShowWithoutUnit={tell('without')}
    {...change}
  >
    {others(plan)}
  </ExportView>
)

const ALL = ['序号', '责任单位', '问题描述', '网址', '整改时限', '备注'].map((title) => ({ key: title, title }))
const page = (what: () => ComponentChildren): Show =>
  inPage(css, () => <LedgerShell tab="export" onTab={tell('tab')} notice={null} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>{what()}</LedgerShell>)

export const EXPORT: Record<string, Show> = {
  'export': page(() => exporting()),
  'export-some': page(() => exporting({ scope: { from: '2026-11-01', to: '2026-11-20', what: 'open', units: [UNITS[0]?.id ?? ''] }, content: { ...DEFAULT_CONTENT, mask: false }, folderName: '共享盘-问题清单' })),
  'export-progress': page(() => exporting({ progress: { done: 120, total: 340, unitName: UNITS[1]?.name ?? '', secondsLeft: 12 } })),
  'export-done': page(() => exporting({ result: { key: 'export.done.week', params: { name: '问题清单-2026-W47.csv', count: 37 } } })),
  'export-failed': page(() => exporting({ problem: { key: 'lists.error.too-large' }, preview: null })),
  'export-nothing': page(() => exporting({ preview: { units: [], issues: 0, shots: 0, withoutUnit: 0, withoutDeadline: 0, personal: 0, bytes: { marked: 0, originals: 0, thumbnails: 0, none: 0 } } })),
  'export-empty': page(() => exporting({ empty: true })),
  'export-reply': page(() => exporting({}, REPLY)),
  'export-profile': page(() => <section class="sheet"><ProfileEditor profile={{ name: '市局上报格式', encoding: 'gbk', columns: ALL.slice(0, 4) }} all={ALL} taken={[]} onSave={tell('save')} onRemove={tell('remove')} onCancel={tell('cancel')} /></section>),
  'export-notice': page(() => (
    <section class="sheet">
      <NoticeEditor template={{ title: '网站问题整改通知单', greeting: '{单位}：', body: '现将问题清单印发给你们。\n一、按期整改。最早的时限为{时限}。', signer: '青禾县政务公开办' }} places={['单位', '问题数']} problemsOf={() => [{ key: 'export.template.strange', params: { name: '时限' } }]} onSave={tell('save')} onReset={tell('reset')} onCancel={tell('cancel')} />
    </section>
  )),
}
