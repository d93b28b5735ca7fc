import { useEffect, useState } from 'preact/hooks'
import { CaptureSetting } from '../../../components/ledger/settings/CaptureSetting.tsx'
import { ReaderSetting } from '../../../components/ledger/settings/ReaderSetting.tsx'
import { StripSetting } from '../../../components/ledger/settings/StripSetting.tsx'
import { Shortcuts } from '../../../components/ledger/settings/Shortcuts.tsx'
import { PermissionList } from '../../../components/ledger/settings/PermissionList.tsx'
import { report } from '../../../utils/errors.ts'
import type { ShortcutLine } from '../../../utils/types/shortcut.ts'
import type { SectionProps } from './section.ts'

/** 检查人与权限. */
export function PeopleSection({ desk, doing, settings, captureAllowed, onAllowCapture }: SectionProps) {
  const [permissions, setPermissions] = useState<Awaited<ReturnType<typeof desk.permissions>> | null>(null)
  useEffect(() => void desk.permissions().then(setPermissions, report), [captureAllowed])
  const [shortcuts, setShortcuts] = useState<ShortcutLine[]>([])
  const look = () => void desk.shortcuts().then(setShortcuts, report)
  useEffect(() => {
    look()
    // Keys are changed in another tab of the browser.
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  return (
    <>
      <ReaderSetting reader={settings.reader} onReader={(name) => doing(() => desk.setReader(name))} />
      <CaptureSetting captureAllowed={captureAllowed} onAllowCapture={onAllowCapture} />
      <StripSetting on={settings.shotStrip} onSwitch={(on) => doing(() => desk.setShotStrip(on))} />
      <Shortcuts
        lines={shortcuts}
        {...(desk.mayChangeShortcuts
          ? { onChange: (name, keys) => doing(async () => { const says = await desk.changeShortcut(name, keys); look(); return says }) }
          : { onOpen: () => doing(desk.openShortcuts) })}
      />
      {permissions && <PermissionList permissions={permissions} />}
    </>
  )
}
