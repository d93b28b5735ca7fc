import { Document, Packer, SectionType } from 'docx'
import words from '../../../assets/documents/notice.json' with { type: 'json' }
import { SEVERITIES } from '../../types/finding.ts'
import type { Issue } from '../../types/issue.ts'
import type { Day } from '../../types/reading.ts'
import type { Thumbs } from '../folder/documents.ts'
import { shortPeriod } from '../period.ts'
import { fill, WORDS } from '../words.ts'
import { annexHead, annexNote, bodyLine, dayInWords, greeting, pageNumbers, signature, title } from './blocks.ts'
import { finishDocument } from './finish.ts'
import { proofLines } from './proof-lines.ts'
import { issueTable, ROWS_HERE } from './issue-table.ts'
import { LYING, UPRIGHT } from './layout.ts'
import { NOTICE } from './notice-words.ts'
import { fillTemplate, type LetterTemplate } from './template.ts'

export interface NoticeInput {
  /** '' for issues without a unit. */
  unitName: string
  /** As people say it: 2026年第47周（11月16日至11月22日）. */
  period: string
  /** In the order of the list; at least one. */
  issues: readonly Issue[]
  /** 成文日期. */
  day: Day
  reader: string
  thumbs: Thumbs
  template?: LetterTemplate
}

/**
 * 整改通知单 (DOCX) in the layout of an official letter (GB/T 9704): 标题, 主送, 正文, 落款, 日期, page numbers,
 * and the list with pictures as annex. The same data gives the same bytes.
 */
export async function notice(input: NoticeInput): Promise<Uint8Array<ArrayBuffer>> {
  const unit = input.unitName || WORDS['no-unit']
  const letter = fillTemplate(input.template ?? NOTICE.template, valuesOf(input, unit))
  const footers = pageNumbers()
  const { table, rows } = await issueTable(input.issues, input.thumbs)
  const document = new Document({
    title: letter.title,
    creator: letter.signer,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: UPRIGHT,
        footers,
        children: [
          title(letter.title),
          greeting(letter.greeting),
          ...letter.body.split('\n').filter((line) => line.trim()).map((line) => bodyLine(line.trim())),
          annexNote(fill(words['annex-note'], { unit })),
          ...signature(letter.signer, input.day),
        ],
      },
      {
        properties: { ...LYING, type: SectionType.NEXT_PAGE },
        footers,
        children: [...annexHead(words['annex-mark'], fill(words['annex-title'], { unit, period: shortPeriod(input.period) })), table, ...proofLines(input.issues)],
      },
    ],
  })
  const changed = new Date(input.issues.reduce((newest, { updatedAt }) => Math.max(newest, Date.parse(updatedAt)), 0))
  return finishDocument(new Uint8Array(await Packer.toArrayBuffer(document)), changed, { mark: ROWS_HERE, rows })
}

function valuesOf({ issues, period, day, reader }: NoticeInput, unit: string): Record<string, string> {
  const deadlines = issues.flatMap(({ deadline }) => deadline ?? []).sort()
  const inWords = (deadline: Day | undefined) => (deadline ? dayInWords(deadline) : words['no-deadline'])
  const counts = SEVERITIES.map((severity) => [words.places[severity], String(issues.filter((issue) => issue.severity === severity).length)] as const)
  const { places } = words
  return {
    [places.unit]: unit,
    [places.period]: period,
    [places.issues]: String(issues.length),
    ...Object.fromEntries(counts),
    [places.earliest]: inWords(deadlines[0]),
    [places.latest]: inWords(deadlines[deadlines.length - 1]),
    [places.day]: dayInWords(day),
    [places.reader]: reader,
  }
}
