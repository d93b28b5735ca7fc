import type { ComponentType } from 'preact'
import type { Desk } from '../../../utils/app/desk/index.ts'
import type { Settings } from '../../../utils/ledger/settings.ts'
import type { Doing } from '../App.tsx'

/** What every part of 设置 is given. */
export interface SectionProps {
  desk: Desk
  doing: Doing
  settings: Settings
  captureAllowed: boolean
  onAllowCapture: () => void
}

export type Section = ComponentType<SectionProps>
