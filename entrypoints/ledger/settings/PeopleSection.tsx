import { useEffect, useState } from 'preact/hooks'
import { CaptureSetting } from '../../../components/ledger/settings/CaptureSetting.tsx'
import { ReaderSetting } from '../../../components/ledger/settings/ReaderSetting.tsx'
import { StripSetting } from '../../../components/ledger/settings/StripSetting.tsx'
import { PermissionList } from '../../../components/ledger/settings/PermissionList.tsx'
import { report } from '../../../utils/errors.ts'
import type { SectionProps } from './section.ts'

/** 检查人与权限. */
export function PeopleSection({ desk, doing, settings, captureAllowed, onAllowCapture }: SectionProps) {
  const [permissions, setPermissions] = useState<Awaited<ReturnType<typeof desk.permissions>> | null>(null)
  useEffect(() => void desk.permissions().then(setPermissions, report), [captureAllowed])
  return (
    <>
      <ReaderSetting reader={settings.reader} onReader={(name) => doing(() => desk.setReader(name))} />
      <CaptureSetting captureAllowed={captureAllowed} onAllowCapture={onAllowCapture} />
      <StripSetting on={settings.shotStrip} onSwitch={(on) => doing(() => desk.setShotStrip(on))} />
      {permissions && <PermissionList permissions={permissions} />}
    </>
  )
}
