import { SettingsView } from '../../components/ledger/settings/SettingsView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { Doing } from './App.tsx'
import { Words } from './Words.tsx'

interface SettingsPageProps {
  desk: Desk
  doing: Doing
  captureAllowed: boolean
  onAllowCapture: () => void
}

/** 设置: each change is kept at once. */
export function SettingsPage({ desk, doing, captureAllowed, onAllowCapture }: SettingsPageProps) {
  const settings = useLive(desk.settings, [])
  const ignores = useLive(desk.ignores, [])
  const storage = useLive(desk.storage, [])
  if (settings === null) return null
  return (
    <SettingsView
      sites={desk.switched(settings)}
      onSite={(host, on) => doing(() => desk.switchSite(host, on))}
      deadlines={desk.deadlines(settings)}
      onColumnDeadline={(columnClass, days) => doing(() => desk.setColumnDays(columnClass, days))}
      letterDays={settings.letterDays}
      onLetterDays={(days) => doing(() => desk.setLetterDays(days))}
      onSeverityDeadline={(severity, days) => doing(() => desk.setWorkingDays(severity, days))}
      wordingLevel={settings.wordingLevel}
      wordingMeasured={desk.wordingMeasured}
      onWordingLevel={(level) => doing(() => desk.setWordingLevel(level))}
      words={<Words desk={desk} doing={doing} settings={settings} />}
      reader={settings.reader}
      onReader={(name) => doing(() => desk.setReader(name))}
      ignores={(ignores ?? []).map(({ evidence, ...ignore }) => ({ ...ignore, quote: evidence }))}
      onUnignore={(id) => doing(() => desk.unignore(id))}
      captureAllowed={captureAllowed}
      onAllowCapture={onAllowCapture}
      storage={storage}
    />
  )
}
