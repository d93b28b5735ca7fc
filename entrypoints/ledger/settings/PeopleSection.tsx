import { CaptureSetting } from '../../../components/ledger/settings/CaptureSetting.tsx'
import { ReaderSetting } from '../../../components/ledger/settings/ReaderSetting.tsx'
import type { SectionProps } from './section.ts'

/** 检查人与权限. */
export function PeopleSection({ desk, doing, settings, captureAllowed, onAllowCapture }: SectionProps) {
  return (
    <>
      <ReaderSetting reader={settings.reader} onReader={(name) => doing(() => desk.setReader(name))} />
      <CaptureSetting captureAllowed={captureAllowed} onAllowCapture={onAllowCapture} />
    </>
  )
}
