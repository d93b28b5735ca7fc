import { LineRuleType, type Paragraph } from 'docx'
import type { Issue } from '../../types/issue.ts'
import { proofsOf } from '../shot-proof.ts'
import { WORDS } from '../words.ts'
import { paragraph } from './blocks.ts'
import { smallRuns } from './plain-table.ts'

const SPACING = { line: 300, lineRule: LineRuleType.AT_LEAST }

/** 截图校验 under the list: how an original is checked, and a line with the hash of each; nothing where there are no screenshots. */
export function proofLines(issues: readonly Issue[]): Paragraph[] {
  const proofs = proofsOf(issues)
  if (!proofs.length) return []
  const lines = proofs.map(({ name, takenAt, hash, note }) => [name, takenAt, hash, note].filter(Boolean).join('　'))
  return [paragraph(smallRuns(WORDS.proof.says), { spacing: { ...SPACING, before: 240, after: 120 } }), ...lines.map((line) => paragraph(smallRuns(line), { spacing: SPACING }))]
}
