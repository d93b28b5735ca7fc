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

/** Screenshots as they were stored with their frames drawn, small ones, or none. */
export type PictureChoice = 'originals' | 'thumbnails' | 'none'

/** What a unit's folder holds besides its CSV. */
export interface ExportContent {
  /** 问题清单.xlsx. */
  sheet: boolean
  /** 整改通知单.docx. */
  notice: boolean
  /** 问题清单.html. */
  page: boolean
  pictures: PictureChoice
  /** True: personal data in the text is covered with *. */
  mask: boolean
}

export const DEFAULT_CONTENT: ExportContent = { sheet: true, notice: true, page: false, pictures: 'originals', mask: true }
