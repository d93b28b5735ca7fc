import noticeWords from '../../../assets/documents/notice.json' with { type: 'json' }
import type { ExportContent } from '../../types/export.ts'
import type { Issue, ShotRef } from '../../types/issue.ts'
import type { Day } from '../../types/reading.ts'
import type { LetterTemplate } from '../letter/template.ts'
import type { UnitShare } from '../units.ts'
import { WORDS } from '../words.ts'

/** A small picture of a screenshot (JPEG or PNG, at most 480 px wide), or null where it is gone. */
export type Thumbs = (shot: ShotRef, issue: Issue) => Promise<Uint8Array | null>

/** One document of a unit's folder. Its library loads when it is made, not before. */
export interface UnitDocument {
  name: string
  /** False where packing gains nothing. */
  pack: boolean
  /** It carries this day; absent: none. */
  day?: Day
  /** @param day that it carries, where it is not to be `day` */
  make: (share: UnitShare, shotNames: (issue: Issue) => string[], day?: Day) => Promise<Uint8Array>
}

/** What documents are made of besides their issues and pictures: plain data, that can go to another thread. */
export interface DocumentsWanted {
  content: Pick<ExportContent, 'sheet' | 'notice' | 'page'>
  /** As in names of files: `2026-W47`. */
  period: string
  /** As people say it. */
  periodWords: string
  day: Day
  reader: string
  template?: LetterTemplate
}

/** The documents that a person chose, in the order in which they are written. */
export function unitDocuments({ content, period, periodWords, day, reader, template }: DocumentsWanted, thumbs: Thumbs): UnitDocument[] {
  const documents: UnitDocument[] = []
  if (content.sheet) {
    documents.push({
      name: WORDS.file['unit-sheet'],
      pack: false,
      make: async (share, shotNames) => (await import('../sheet/unit-xlsx.ts')).unitXlsx({ ...share, period, thumbs, shotNames }),
    })
  }
  if (content.notice) {
    documents.push({
      name: noticeWords.file,
      pack: false,
      day,
      make: async ({ unitName, issues }, _, carried = day) =>
        (await import('../letter/notice.ts')).notice({ unitName, issues, period: periodWords, day: carried, reader, thumbs, ...(template && { template }) }),
    })
  }
  if (content.page) {
    documents.push({
      name: noticeWords['page-html'].file,
      pack: true,
      make: async ({ unitName, issues }) => (await import('../page/unit-page.ts')).unitPage({ unitName, issues, period: periodWords, pictures: thumbs }),
    })
  }
  return documents
}
