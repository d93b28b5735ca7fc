import { Document, Packer, Paragraph, SectionType, type ISectionOptions } from 'docx'
import words from '../../../assets/documents/bulletin.json' with { type: 'json' }
import { fileName } from '../file-name.ts'
import { annexHead, annexNote, bodyLine, greeting, pageNumbers, paragraph, runs, signature, title } from '../letter/blocks.ts'
import { finishDocument } from '../letter/finish.ts'
import { SIZE, UPRIGHT } from '../letter/layout.ts'
import { fill } from '../words.ts'
import { annexesOf, type Annex } from './annexes.ts'
import { bulletinFacts, type BulletinInput } from './facts.ts'
import { bulletinBody } from './sentences.ts'

/**
 * 通报 (DOCX): the quarterly bulletin's skeleton filled in, in the layout of an official document (GB/T 9704).
 * 工作要求 is left to write. Every number of the text stands in the last annex with the issues, sites or accounts it was
 * counted from. The same data gives the same bytes.
 */
export async function bulletin(input: BulletinInput): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const facts = bulletinFacts(input)
  const footers = pageNumbers()
  const heading = fill(words.title, { period: input.period, area: input.area })
  const annexes = annexesOf(facts, input)
  const document = new Document({
    title: heading,
    creator: input.signer,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: UPRIGHT,
        footers,
        children: [
          title(heading),
          greeting(words.greeting),
          ...bulletinBody(facts, input).map(bodyLine),
          ...annexes.map((annex, at) => annexNote((at === 0 ? words.annexes : '　　　') + fill(words.annex, { n: at + 1, title: annex.title }), at === 0)),
          ...signature(input.signer || words.signer, input.day),
        ],
      },
      ...annexes.map((annex, at): ISectionOptions => ({ properties: { ...UPRIGHT, type: SectionType.NEXT_PAGE }, footers, children: annexBlocks(annex, at) })),
    ],
  })
  const changed = new Date([...input.issues, ...input.previous].reduce((newest, { updatedAt }) => Math.max(newest, Date.parse(updatedAt)), 0))
  const name = fileName(fill(words.file, { period: input.period.slice(0, 40) }))
  return { name, bytes: finishDocument(new Uint8Array(await Packer.toArrayBuffer(document)), changed) }
}

function annexBlocks(annex: Annex, at: number) {
  const note = annex.note ? [paragraph(runs(annex.note, { size: SIZE['五号'] }))] : []
  const body = annex.table ?? new Paragraph({ children: runs(words.none) })
  return [...annexHead(fill(words['annex-mark'], { n: at + 1 }), annex.title), ...note, body]
}
