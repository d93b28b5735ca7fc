import type { ComponentChildren } from 'preact'
import css from '../../../assets/styles/ledger.css?inline'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { IDLE } from '../../../components/ledger/settings/work.ts'
import { ClashList } from '../../../components/ledger/team/ClashList.tsx'
import { ExportPackage } from '../../../components/ledger/team/ExportPackage.tsx'
import { ImportPackage } from '../../../components/ledger/team/ImportPackage.tsx'
import { ServerForm } from '../../../components/ledger/team/ServerForm.tsx'
import { ServerFoundBox } from '../../../components/ledger/team/ServerFoundBox.tsx'
import { ServerSettings } from '../../../components/ledger/team/ServerSettings.tsx'
import { ServerState } from '../../../components/ledger/team/ServerState.tsx'
import type { ServerFound, TeamServerSeen } from '../../../utils/types/team-server.ts'
import { TODAY } from '../samples.ts'
import { FOUND, NEW, PREVIEW, SEEN, UNITS } from '../team-samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const page = (what: () => ComponentChildren, sync: TeamServerSeen | null = null): Show =>
  inPage(css, () => (
    <LedgerShell tab="team" onTab={tell('tab')} onSync={tell('sync')} sync={{ seen: sync, today: TODAY, onOpen: tell('open') }} notice={null} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>
      <section class="settings sheet team" aria-label="团队">{what()}</section>
    </LedgerShell>
  ))

const part = (what: () => ComponentChildren, sync: TeamServerSeen | null = null): Show => page(() => <section aria-labelledby="team-server"><h2 id="team-server">服务器</h2>{what()}</section>, sync)

const joined = (change: Partial<TeamServerSeen>, busy = false): Show => {
  const seen = { ...SEEN, ...change }
  return part(() => (
    <ServerState seen={seen} user="wang" today={TODAY} busy={busy} onSync={tell('sync')} onAccept={tell('accept')} onAdmit={tell('admit')} onLeave={tell('leave')}>
      <ServerSettings user="wang" scope={{ unitIds: [null, 'u1'], pictures: 'demand' }} units={UNITS} busy={busy} onScope={tell('scope')} onAccount={tell('account')} />
    </ServerState>
  ), seen)
}

const found = (what: ServerFound, busy = false): Show =>
  part(() => <ServerFoundBox database="duwang-2026" found={what} name="2026年读网" units={[]} busy={busy} problem={null} onFound={tell('found')} onJoin={tell('join')} onBack={tell('back')} />)

const clash = (n: number, cell: string, first: string, second: string) => ({
  key: String(n), issueId: String(n), number: `B${n}`, description: '“通知公告”栏目最后更新于两年前，县级网站同类栏目应当每半年至少更新一次，请核实是否已经停用', field: cell,
  options: [{ value: first, who: '李禾', at: '2026-11-20T01:35:00Z' }, { value: second, who: '王小青', at: '2026-11-20T01:30:00Z' }],
})

/** 团队 in all its states. */
export const TEAM: Record<string, Show> = {
  'team-form': part(() => <ServerForm busy={false} problem={null} onConnect={tell('connect')} />),
  'team-form-problem': part(() => <ServerForm busy={false} problem={{ key: 'team.couch.address.https', params: { host: 'couch.qinghe.example.gov.cn' } }} onConnect={tell('connect')} />),
  'team-new': found(NEW),
  'team-join': found(FOUND),
  'team-synced': joined({}),
  'team-pulling': joined({ syncedAt: '', progress: { done: 12_400, total: 50_000 } }, true),
  'team-pending': joined({ state: 'pending', pending: 1234, role: 'lead' }),
  'team-offline': joined({ state: 'offline', pending: 3, says: { key: 'sync.failure.offline' } }),
  'team-error': joined({ state: 'error', says: { key: 'sync.failure.auth' }, role: 'reader' }),
  'team-unpermitted': joined({ state: 'error', pending: 2, says: { key: 'sync.failure.unpermitted' } }),
  'team-wiped': joined({ state: 'error', change: 'wiped', says: { key: 'sync.change.wiped', params: { space: SEEN.space!.name } } }),
  'team-not-taken': joined({ notTaken: [{ id: 'shot:1', says: { key: 'team.couch.notTaken.largeFile', params: { kb: 9000 } } }, { id: 'round:1', says: { key: 'team.couch.notTaken.lead' } }] }),
  'team-clashes': page(
    () => (
      <ClashList
        clashes={[clash(17, '单位', UNITS[2]!.name, UNITS[0]!.name), clash(18, '状态', '误报', '已整改')]}
        skews={[{ who: '李禾', days: 31 }]}
        twin={{ key: 'sync.twin', params: { mark: 'K' } }}
        returned={[{ id: '3', number: 'C3', description: '附件打不开' }]}
        onSettle={tell('settle')}
      />
    ),
    { ...SEEN, state: 'clash', clashes: 2 },
  ),
  'team-no-clash': page(() => <ClashList clashes={[]} onSettle={tell('settle')} />, SEEN),
  'team-package': page(() => (
    <>
      <ExportPackage today={TODAY} last="2026-11-18T01:35:00Z" units={UNITS} work={IDLE} onExport={tell('export')} onCancel={tell('cancel')} />
      <ImportPackage locked={false} preview={{ by: '李禾', madeAt: '2026-11-20T01:35:00Z', what: { ...PREVIEW, twin: 'abcdefgh', copied: true } }} work={IDLE} onFile={tell('file')} onPassword={tell('password')} onTake={tell('take')} onLeave={tell('leave')} onCancel={tell('cancel')} />
    </>
  )),
}
