import { useState } from 'preact/hooks'
import { valueWords } from '../../components/ledger/issues/values.ts'
import { ClashList } from '../../components/ledger/team/ClashList.tsx'
import { ExportPackage } from '../../components/ledger/team/ExportPackage.tsx'
import { ImportPackage } from '../../components/ledger/team/ImportPackage.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { PackagePlan } from '../../utils/app/desk/team-package.ts'
import { t } from '../../utils/locale.ts'
import { shortNumber } from '../../utils/types/issue.ts'
import type { Doing } from './App.tsx'
import { useWork } from './settings/useWork.ts'
import { ServerPart } from './team/ServerPart.tsx'

/** 团队: the server, clashes that wait for a person, and the exchange package. */
export function TeamPage({ desk, doing }: { desk: Desk; doing: Doing }) {
  const units = useLive(desk.units, [])
  const exchanged = useLive(desk.exchanged, [])
  const writing = useWork()
  return (
    <section class="settings sheet team" aria-label={t('ledger.tab.team')}>
      <ServerPart desk={desk} doing={doing} />
      <Clashes desk={desk} doing={doing} />
      <ExportPackage today={desk.today()} last={exchanged?.exported ?? null} units={units ?? []} work={writing.work} onCancel={writing.cancel} onExport={(wish) => writing.run((onProgress, signal) => desk.exportPackage(wish, onProgress, signal))} />
      <Import desk={desk} />
    </section>
  )
}

function Clashes({ desk, doing }: { desk: Desk; doing: Doing }) {
  const team = useLive(desk.teamSeen, [])
  if (team === null) return null
  const words = (cell: string, value: Record<string, unknown>) => valueWords(cell, cell === 'unitId' ? value['unitName'] : value[cell], { indicator: desk.indicatorName })
  return (
    <ClashList
      skews={team.skews.map(({ device, ahead }) => ({ who: team.names.get(device) ?? '', days: Math.round(ahead / 86_400_000) }))}
      twin={team.twin}
      returned={team.returned}
      clashes={team.open.map(({ doc, cell, issueId, issue, options }) => ({
        key: `${doc} ${cell}`, issueId, number: String(shortNumber(issue)), description: issue.description, field: t(`team.clash.fields.${cell}`),
        options: options.map(({ value, device, at }) => ({ value: words(cell, value), who: team.names.get(device) ?? '', at })),
      }))}
      onSettle={(key, n) => {
        const clash = team.open.find(({ doc, cell }) => `${doc} ${cell}` === key)
        const option = clash?.options[n]
        if (clash && option) doing(() => desk.settleClash(clash, option, ''), desk.undoSettled)
      }}
    />
  )
}

function Import({ desk }: { desk: Desk }) {
  const [given, setGiven] = useState<Awaited<ReturnType<Desk['openPackage']>> | null>(null)
  const [plan, setPlan] = useState<PackagePlan | null>(null)
  const { work, run, cancel } = useWork()
  const check = (what: NonNullable<typeof given>, password: string) =>
    run(async (onProgress, signal) => {
      setPlan(await desk.checkPackage(what, password, onProgress, signal))
      setGiven(null)
      return null
    })
  return (
    <ImportPackage
      locked={given !== null}
      preview={plan && { by: plan.given.manifest.by || plan.given.manifest.mark, madeAt: plan.given.manifest.madeAt, what: plan.preview }}
      work={work}
      onFile={(file) => {
        setPlan(null)
        setGiven(null)
        run(async (onProgress, signal) => {
          const opened = await desk.openPackage(file)
          if ('lock' in opened) setGiven(opened)
          else setPlan(await desk.checkPackage(opened, '', onProgress, signal))
          return null
        })
      }}
      onPassword={(password) => given && check(given, password)}
      onTake={() => {
        setPlan(null)
        if (plan) run((onProgress, signal) => desk.takePackage(plan, onProgress, signal))
      }}
      onLeave={() => setPlan(null)}
      onCancel={cancel}
    />
  )
}
