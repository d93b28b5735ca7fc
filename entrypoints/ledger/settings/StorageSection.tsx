import { useEffect, useState } from 'preact/hooks'
import { ArchiveBox } from '../../../components/ledger/settings/ArchiveBox.tsx'
import { BackupBox } from '../../../components/ledger/settings/BackupBox.tsx'
import { DeleteAll } from '../../../components/ledger/settings/DeleteAll.tsx'
import { RestoreBox } from '../../../components/ledger/settings/RestoreBox.tsx'
import { StorageUsed } from '../../../components/ledger/settings/StorageUsed.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { ArchivePlan, RestorePlan } from '../../../utils/app/desk/backup.ts'
import { report } from '../../../utils/errors.ts'
import type { ArchiveWeek } from '../../../utils/ledger/archive/weeks.ts'
import type { SectionProps } from './section.ts'
import { useWork } from './useWork.ts'

/** 存储与备份. */
export function StorageSection({ desk, doing, settings }: SectionProps) {
  const storage = useLive(desk.storage, [])
  const backup = useWork()
  const write = () => backup.run(desk.backup)
  return (
    <>
      {storage && <StorageUsed {...storage} onKeep={() => doing(desk.keepStorage)} onThin={() => doing(desk.thinVerdicts)} />}
      <BackupBox
        last={settings.backedUpAt}
        days={settings.backupDays}
        onDays={(days) => doing(() => desk.setBackupDays(days))}
        work={backup.work}
        onBackup={write}
        onCancel={backup.cancel}
      />
      <Restore desk={desk} />
      <Archive desk={desk} />
      <DeleteAll onBackup={write} onDelete={() => doing(desk.deleteEverything)} />
    </>
  )
}

function Restore({ desk }: Pick<SectionProps, 'desk'>) {
  const [plan, setPlan] = useState<RestorePlan | null>(null)
  const { work, run, cancel } = useWork()
  return (
    <RestoreBox
      preview={plan}
      work={work}
      onFile={(file) => {
        setPlan(null)
        run(async (onProgress, signal) => (setPlan(await desk.openBackup(file, onProgress, signal)), null))
      }}
      onRestore={(mode) => {
        setPlan(null)
        if (plan) run((onProgress, signal) => desk.restoreBackup(plan, mode, onProgress, signal))
      }}
      onLeave={() => setPlan(null)}
      onCancel={cancel}
    />
  )
}

function Archive({ desk }: Pick<SectionProps, 'desk'>) {
  const today = desk.today()
  // The last quarters are looked at again and again; what is older than half a year seldom is.
  const [before, setBefore] = useState(() => desk.monthsBefore(6))
  const [weeks, setWeeks] = useState<ArchiveWeek[] | null>(null)
  const [plan, setPlan] = useState<ArchivePlan | null>(null)
  const { work, run, cancel } = useWork()
  useEffect(() => {
    let current = true
    desk.archiveWeeks(before).then((found) => current && setWeeks(found), report)
    return () => {
      current = false
    }
  }, [before, work.result])
  return (
    <ArchiveBox
      before={before}
      today={today}
      onBefore={setBefore}
      weeks={weeks}
      checked={plan && { issues: plan.removable.issues.length, changed: plan.removable.changed, unsent: plan.removable.unsent }}
      work={work}
      onWrite={(chosen) => {
        setPlan(null)
        run((onProgress, signal) => desk.writeArchive(chosen, onProgress, signal))
      }}
      onFile={(file) => {
        setPlan(null)
        run(async (onProgress, signal) => (setPlan(await desk.openArchive(file, onProgress, signal)), null))
      }}
      onRemove={() => {
        setPlan(null)
        if (plan) run(() => desk.removeArchived(plan))
      }}
      onCancel={cancel}
    />
  )
}
