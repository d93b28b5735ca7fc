import type { Day } from './reading.ts'

/** Which issues are handed over. */
export interface ExportScope {
  /** First and last day of finding, Asia/Shanghai. */
  from: Day
  to: Day
  /** `found`: all found in the span; `open`: also older ones that are not settled yet. */
  what: 'found' | 'open'
  /** Keys of the units, as `UnitShare.key` gives them; null: all. */
  units: readonly string[] | null
}

/** Screenshots at their full size with what stands on them, the very files that were stored (where nothing on them is to be covered), small ones, or none. */
export const PICTURE_CHOICES = ['marked', 'originals', 'thumbnails', 'none'] as const

export type PictureChoice = (typeof PICTURE_CHOICES)[number]

/** What a unit's folder holds besides its CSV. */
export interface ExportContent {
  /** 问题清单.xlsx. */
  sheet: boolean
  /** 整改通知单.docx. */
  notice: boolean
  /** 问题清单.html. */
  page: boolean
  pictures: PictureChoice
  /** True: personal data is covered, in texts with *, in pictures black. */
  mask: boolean
}

export const DEFAULT_CONTENT: ExportContent = { sheet: true, notice: true, page: false, pictures: 'marked', mask: true }

/** One unit's share of an export. */
export interface UnitPreview {
  key: string
  name: string
  issues: number
  shots: number
  serious: number
  withoutDeadline: number
  /** Issues whose text or pictures hold personal data. */
  personal: number
}

/** What an export would write. */
export interface UnitsPreview {
  units: UnitPreview[]
  issues: number
  shots: number
  withoutUnit: number
  withoutDeadline: number
  personal: number
  /** Bytes of the screenshots, by choice: the rest weighs little. */
  bytes: Record<PictureChoice, number>
}
